import { noAnswer, subgraphFailure } from '../report/failures.ts';
import { own, type Tree, type TreePath } from '../tree.ts';
import type { EntityBranch, Gathered } from './entity-branch.ts';
import { partLostBy } from './lost-part.ts';
import type { Run } from './run.ts';
import type { SubgraphAnswer, SubgraphError } from './subgraph-answer.ts';
import type { SubgraphCall } from './subgraph-call.ts';

/** A branch with what it found in one run. */
export type BranchRun<C> = Gathered & { branch: EntityBranch<C> };

/** Where each gathered entity stands, with which representation. */
type Places = { path: TreePath; index: number }[];

/** One error for the whole fetch, at the first place that it was to fill; it explains the nulls of all the others. */
export function reportNoEntities<C>(
  run: Run<C>,
  call: Pick<SubgraphCall<C>, 'subgraph' | 'kind'>,
  gathered: BranchRun<C>[],
  cause: unknown,
): void {
  const places = gathered.map((found) => placesOf(run, found));
  run.report.add({ ...noAnswer(call.subgraph, call.kind, cause), path: places.flat()[0]?.path });
  for (const [index, { branch }] of gathered.entries()) addGap(run, branch, places[index] ?? []);
}

/** An error about one entity is told at every place where that entity stands, others at the first place. */
export function reportEntityErrors<C>(
  run: Run<C>,
  subgraph: string,
  gathered: BranchRun<C>[],
  { data, errors }: SubgraphAnswer,
): void {
  const places = gathered.map((found) => placesOf(run, found));
  const first = places.flat()[0]?.path;

  for (const error of errors) {
    const about = gathered.findIndex(({ branch }) => branch.alias === error.path?.[0]);
    const branch = gathered[about]?.branch;
    const affected = branch ? (places[about] ?? []).filter(({ index }) => index === error.path?.[1]) : [];
    const rest = branch?.output.rename(error.path?.slice(2) ?? []) ?? [];
    if (affected.length === 0) run.report.add(subgraphFailure(subgraph, error, first));
    for (const { path } of affected) run.report.add(subgraphFailure(subgraph, error, [...path, ...rest]));
    if (branch && affected.length && error.path && data) addLostPart(run, branch, affected, error.path, data);
  }

  for (const [index, { branch }] of gathered.entries()) {
    const entities = data && own(data, branch.alias);
    const lost = (places[index] ?? []).filter(
      (place) => !Array.isArray(entities) || (entities[place.index] == null && isBlamed(branch, place.index, errors)),
    );
    addGap(run, branch, lost);
  }
}

/** Whether one of the errors is about this entity, or does not say what it is about. */
function isBlamed<C>({ alias }: EntityBranch<C>, index: number, errors: SubgraphError[]): boolean {
  return errors.some(({ path }) => !path || (path[0] === alias && (path[1] === index || path.length === 1)));
}

function placesOf<C>(run: Run<C>, { branch, places, indexes }: BranchRun<C>): Places {
  const paths = branch.pathsOf(run.tree);
  return places.flatMap((place, at) => {
    const index = indexes[at] ?? -1;
    return (paths.get(place) ?? []).map((path) => ({ path, index }));
  });
}

function addGap<C>(run: Run<C>, { supply }: EntityBranch<C>, places: Places): void {
  if (places.length)
    run.report.addGapAt(
      supply,
      places.map(({ path }) => path),
    );
}

/** The entity itself is another's matter: here something within it became null. */
function addLostPart<C>(run: Run<C>, branch: EntityBranch<C>, places: Places, errorPath: TreePath, data: Tree): void {
  const lost = partLostBy(errorPath, data, new Map([[branch.alias, branch.supply]]));
  if (!lost || lost.path.length < 3) return;
  const within = branch.output.rename(lost.path.slice(2));
  run.report.addGapAt(
    lost.supply,
    places.map(({ path }) => [...path, ...within]),
  );
}
