import type { FlattenNodePathSegment } from '@graphql-hive/router-query-planner';
import { isTree, own, type Tree, type TreePath } from '../tree.ts';
import type { TypeConditions } from '../type-conditions.ts';

/** Says where the objects of a plan's path are. */
export interface Walk {
  objectsAt(tree: Tree, path: FlattenNodePathSegment[]): Tree[];
  /** The same with the way to each: the dearer walk, for when something went wrong. */
  pathsAt(tree: Tree, path: FlattenNodePathSegment[]): Map<Tree, TreePath>;
}

type Found = (object: Tree, trail: TreePath) => void;

export function createWalk({ satisfies }: TypeConditions): Walk {
  /** The trail is one array for the whole walk; who wants to keep it copies it. */
  function walk(
    value: unknown,
    path: FlattenNodePathSegment[],
    step: number,
    trail: (string | number)[],
    found: Found,
  ): void {
    if (Array.isArray(value)) {
      const next = path[step] === '@' ? step + 1 : step;
      for (let index = 0; index < value.length; index++) {
        trail.push(index);
        walk(value[index], path, next, trail, found);
        trail.pop();
      }
      return;
    }
    if (!isTree(value)) return;

    const segment = path[step];
    if (segment === undefined) {
      found(value, trail);
    } else if (segment !== '@' && 'Field' in segment) {
      trail.push(segment.Field);
      walk(own(value, segment.Field), path, step + 1, trail, found);
      trail.pop();
    } else if (segment !== '@' && covers(segment.TypeCondition, value)) {
      walk(value, path, step + 1, trail, found);
    }
  }

  function covers(conditions: string[], { __typename: type }: Tree): boolean {
    return typeof type !== 'string' || conditions.some((condition) => satisfies(type, condition));
  }

  return {
    objectsAt(tree, path) {
      const objects: Tree[] = [];
      walk(tree, path, 0, [], (object) => objects.push(object));
      return objects;
    },
    pathsAt(tree, path) {
      const paths = new Map<Tree, TreePath>();
      walk(tree, path, 0, [], (object, trail) => paths.set(object, [...trail]));
      return paths;
    },
  };
}
