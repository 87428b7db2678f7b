import type { FetchNodePathSegment, FetchRewrite, KeyRenamer, ValueSetter } from '@graphql-hive/router-query-planner';
import { isTree, own, type Tree, type TreePath } from '../tree.ts';
import type { TypeConditions } from '../type-conditions.ts';

export interface Rewrites {
  apply(value: unknown): void;
  /** The same for JSON text, which is read and written again only where there is something to change. */
  applyToText(text: string): string;
  /** Follows the renamed keys, so that a subgraph's error path fits the tree. */
  rename(path: TreePath): TreePath;
}

/** Compiles what the planner wants changed in what is sent or in what came back. */
export function compileRewrites(rewrites: FetchRewrite[] | undefined, types: TypeConditions): Rewrites {
  if (!rewrites?.length) return NOTHING; // nearly always
  const edits = rewrites.map((rewrite) => compileEdit(rewrite, types));
  const renamers = renamersOf(rewrites);

  function apply(value: unknown): void {
    for (const edit of edits) edit(value);
  }

  return {
    apply,
    applyToText(text) {
      const value: unknown = JSON.parse(text);
      apply(value);
      return JSON.stringify(value);
    },
    rename: (path) => renamers.reduce(renameInPath, path),
  };
}

const NOTHING: Rewrites = { apply: () => {}, applyToText: (text) => text, rename: (path) => path };

function compileEdit(rewrite: FetchRewrite, { satisfies }: TypeConditions): (value: unknown) => void {
  const renamer = 'KeyRenamer' in rewrite ? rewrite.KeyRenamer : undefined;
  const { path } = renamer ?? setterOf(rewrite);

  function change(tree: Tree, key: string): void {
    if (!renamer) {
      tree[key] = setterOf(rewrite).setValueTo;
    } else if (Object.hasOwn(tree, key)) {
      tree[renamer.renameKeyTo] = tree[key];
      delete tree[key];
    }
  }

  function edit(value: unknown, step: number): void {
    if (Array.isArray(value)) {
      for (const item of value) edit(item, step);
      return;
    }
    const segment = path[step];
    if (!isTree(value) || segment === undefined) return;

    if ('TypenameEquals' in segment) {
      const type = value.__typename;
      const fits = typeof type !== 'string' || segment.TypenameEquals.some((condition) => satisfies(type, condition));
      if (fits) edit(value, step + 1);
    } else if (step === path.length - 1) {
      change(value, segment.Key);
    } else {
      edit(own(value, segment.Key), step + 1);
    }
  }

  return (value) => edit(value, 0);
}

function setterOf(rewrite: FetchRewrite): ValueSetter {
  if ('ValueSetter' in rewrite) return rewrite.ValueSetter;
  if ('setValueTo' in rewrite) return rewrite;
  throw new Error(`The engine does not know the rewrite ${Object.keys(rewrite).join()}.`);
}

function renamersOf(rewrites: FetchRewrite[]): KeyRenamer[] {
  return rewrites.flatMap((rewrite) => ('KeyRenamer' in rewrite ? [rewrite.KeyRenamer] : []));
}

function keysOf(path: FetchNodePathSegment[]): string[] {
  return path.flatMap((segment) => ('Key' in segment ? [segment.Key] : []));
}

function renameInPath(path: TreePath, renamer: KeyRenamer): TreePath {
  const keys = keysOf(renamer.path);
  let met = 0;
  for (const [index, step] of path.entries()) {
    if (typeof step === 'number') continue;
    if (step !== keys[met]) return path;
    if (++met === keys.length) return path.with(index, renamer.renameKeyTo);
  }
  return path;
}
