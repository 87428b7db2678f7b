import type { FlattenNodePathSegment } from '@graphql-hive/router-query-planner';
import { isTree, own, type Tree, type TreePath } from '../tree.ts';
import type { TypeConditions } from '../type-conditions.ts';

type Path = FlattenNodePathSegment[];
type Holder = Tree | unknown[];

/** Goes to the objects at a plan's path. One object may stand in several places. */
export interface Walk {
  /** Meets the object in each place, and leaves in its place the one that `meet` gives. */
  visit(tree: Tree, path: Path, meet: (object: Tree) => Tree): void;
  /** Each object with all the ways to it: the dearer walk, for when something went wrong. */
  pathsAt(tree: Tree, path: Path): Map<Tree, TreePath[]>;
}

export function createWalk({ satisfies }: TypeConditions): Walk {
  function covers(conditions: string[], { __typename: type }: Tree): boolean {
    return typeof type !== 'string' || conditions.some((condition) => satisfies(type, condition));
  }

  function visit(holder: Holder, key: string | number, path: Path, step: number, meet: (object: Tree) => Tree): void {
    const value = own(holder as Tree, key as string);
    if (Array.isArray(value)) {
      const next = path[step] === '@' ? step + 1 : step;
      for (let i = 0; i < value.length; i++) visit(value, i, path, next, meet);
    } else if (isTree(value)) {
      visitObject(value, holder, key, path, step, meet);
    }
  }

  function visitObject(
    object: Tree,
    holder: Holder,
    key: string | number,
    path: Path,
    step: number,
    meet: (object: Tree) => Tree,
  ): void {
    const segment = path[step];
    if (segment === undefined) {
      const met = meet(object);
      if (met !== object) (holder as Tree)[key] = met;
    } else if (segment === '@') {
      return;
    } else if ('Field' in segment) {
      visit(object, segment.Field, path, step + 1, meet);
    } else if (covers(segment.TypeCondition, object)) {
      visitObject(object, holder, key, path, step + 1, meet);
    }
  }

  function trace(value: unknown, path: Path, step: number, trail: TreePath, found: Map<Tree, TreePath[]>): void {
    const segment = path[step];
    if (Array.isArray(value)) {
      const next = segment === '@' ? step + 1 : step;
      for (const [index, item] of value.entries()) trace(item, path, next, [...trail, index], found);
    } else if (!isTree(value) || segment === '@') {
      return;
    } else if (segment === undefined) {
      found.set(value, [...(found.get(value) ?? []), trail]);
    } else if ('Field' in segment) {
      trace(own(value, segment.Field), path, step + 1, [...trail, segment.Field], found);
    } else if (covers(segment.TypeCondition, value)) {
      trace(value, path, step + 1, trail, found);
    }
  }

  return {
    visit: (tree, path, meet) => visit([tree], 0, path, 0, meet),
    pathsAt(tree, path) {
      const found = new Map<Tree, TreePath[]>();
      trace(tree, path, 0, [], found);
      return found;
    },
  };
}
