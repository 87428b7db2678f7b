import type { FlattenNodePathSegment } from '@graphql-hive/router-query-planner';
import { isTree, own, type Tree, type TreePath } from '../tree.ts';
import type { TypeConditions } from '../type-conditions.ts';

/** Says where the objects of a plan's path are. */
export interface Walk {
  objectsAt(tree: Tree, path: FlattenNodePathSegment[]): Tree[];
  /** The same with the way to each: the dearer walk, for when something went wrong. */
  pathsAt(tree: Tree, path: FlattenNodePathSegment[]): Map<Tree, TreePath>;
}

export function createWalk({ satisfies }: TypeConditions): Walk {
  function collect(value: unknown, path: FlattenNodePathSegment[], step: number, objects: Tree[]): void {
    if (Array.isArray(value)) {
      const next = path[step] === '@' ? step + 1 : step;
      for (let i = 0; i < value.length; i++) collect(value[i], path, next, objects);
      return;
    }
    if (!isTree(value)) return;

    const segment = path[step];
    if (segment === undefined) objects.push(value);
    else if (segment === '@') return;
    else if ('Field' in segment) collect(own(value, segment.Field), path, step + 1, objects);
    else if (covers(segment.TypeCondition, value)) collect(value, path, step + 1, objects);
  }

  /** The same, with the way to each object. */
  function trace(
    value: unknown,
    path: FlattenNodePathSegment[],
    step: number,
    trail: (string | number)[],
    paths: Map<Tree, TreePath>,
  ): void {
    if (Array.isArray(value)) {
      const next = path[step] === '@' ? step + 1 : step;
      for (const [index, item] of value.entries()) trace(item, path, next, [...trail, index], paths);
      return;
    }
    if (!isTree(value)) return;

    const segment = path[step];
    if (segment === undefined) paths.set(value, trail);
    else if (segment === '@') return;
    else if ('Field' in segment) trace(own(value, segment.Field), path, step + 1, [...trail, segment.Field], paths);
    else if (covers(segment.TypeCondition, value)) trace(value, path, step + 1, trail, paths);
  }

  function covers(conditions: string[], { __typename: type }: Tree): boolean {
    return typeof type !== 'string' || conditions.some((condition) => satisfies(type, condition));
  }

  return {
    objectsAt(tree, path) {
      const objects: Tree[] = [];
      collect(tree, path, 0, objects);
      return objects;
    },
    pathsAt(tree, path) {
      const paths = new Map<Tree, TreePath>();
      trace(tree, path, 0, [], paths);
      return paths;
    },
  };
}
