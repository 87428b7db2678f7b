import type { EntityBatchAlias } from '@graphql-hive/router-query-planner';
import type { Gap } from '../report/report.ts';
import { pathText } from '../report/report.ts';
import type { Tree, TreePath } from '../tree.ts';
import { compileMerge, type Merge } from './merge.ts';
import type { StepKit } from './plan-kit.ts';
import { compileRepresentation, type Representation } from './representation.ts';
import { compileRewrites, type Rewrites } from './rewrite.ts';
import type { Run } from './run.ts';
import type { Supply } from './supply.ts';
import { Twins } from './twins.ts';

/** One `_entities` field of a fetch: whom to ask about, and where the answers belong. */
export interface EntityBranch<C> {
  alias: string;
  /** The variable that carries the representations; branches may share one. */
  variable: string;
  supply: Supply;
  merge: Merge;
  output: Rewrites;
  gather(run: Run<C>, representations: Map<string, number>): Gathered;
  /** All the ways to each of the entities. */
  pathsOf(tree: Tree): Map<Tree, TreePath[]>;
}

/** The entities that a branch found in the tree. */
export interface Gathered {
  places: Tree[];
  /** For each of them, which of the representations is its own. */
  indexes: number[];
}

export function compileBranch<C>(
  planned: EntityBatchAlias,
  supply: Supply,
  { supergraph: { types, keys }, walk, mayShare }: StepKit<C>,
): EntityBranch<C> {
  const { alias, paths, representationsVariableName: variable } = planned;
  const representation = compileRepresentation(planned.requires, keys, types);
  const input = compileRewrites(planned.inputRewrites, types);

  function pathsOf(tree: Tree): Map<Tree, TreePath[]> {
    const found = new Map<Tree, TreePath[]>();
    for (const path of paths) {
      for (const [place, ways] of walk.pathsAt(tree, path)) found.set(place, [...(found.get(place) ?? []), ...ways]);
    }
    return found;
  }

  /** The entities at the paths, each once, and one for all that are equal where the plan treats them alike. */
  function entitiesIn({ tree, shared }: Run<C>): Set<Tree> {
    const entities = new Set<Tree>();
    for (const path of paths) {
      const twins = new Twins();
      walk.visit(tree, path, (entity) => {
        if (entities.has(entity)) return entity;
        const met = mayShare ? twins.of(entity, representation.hintOf(entity)) : entity;
        if (met === entity) entities.add(entity);
        else shared.add(met);
        return met;
      });
    }
    return entities;
  }

  return {
    alias,
    variable,
    supply,
    merge: compileMerge(supply, types),
    output: compileRewrites(planned.outputRewrites, types),
    pathsOf,
    gather(run, representations) {
      const gathered: Gathered = { places: [], indexes: [] };
      const skipped: Tree[] = [];
      for (const entity of entitiesIn(run)) {
        const written = representation.textOf(entity);
        if (written === null) {
          skipped.push(entity);
          continue;
        }
        const text = input.applyToText(written);
        let index = representations.get(text);
        if (index === undefined) {
          index = representations.size;
          representations.set(text, index);
        }
        gathered.places.push(entity);
        gathered.indexes.push(index);
      }
      if (skipped.length) run.report.addGap(gapFor(skipped, supply, representation, () => pathsOf(run.tree)));
      return gathered;
    },
  };
}

/** The fields of entities that could not be asked for are missing because something else is. */
function gapFor(
  entities: Tree[],
  supply: Supply,
  representation: Representation,
  paths: () => Map<Tree, TreePath[]>,
): Gap {
  let places: Map<string, string[]> | undefined;
  return {
    supply,
    places() {
      if (places) return places;
      const known = paths();
      places = new Map(
        entities.flatMap((entity) => {
          const missing = representation.missing(entity);
          return (known.get(entity) ?? []).map((path): [string, string[]] => [pathText(path), missing]);
        }),
      );
      return places;
    },
  };
}
