import { DomainError } from '../../../shared/errors/domain-error.ts';
import type { DatasetDefinition } from '../dataset/dataset-definition.ts';
import { columnsOf } from '../dataset/figure-column.ts';
import type { TerritoryTree } from '../disclosure-control/territory-tree.ts';
import type { Thresholds } from '../disclosure-control/thresholds.ts';
import { type CountedIndicator, IndicatorSubject, isDerived } from '../indicator/indicator-definition.ts';
import { derive } from './derive.ts';
import { partitionsOf, publicationsOf } from './objections.ts';
import { EarlierTables } from './protect-earlier.ts';
import { protectPeople } from './protect-people.ts';
import { type ProtectionSteps, STEPS } from './protect-steps.ts';
import { territoriesOf } from './protect-territories.ts';
import { hoursOf, publicFacts } from './public-facts.ts';
import type { ReleasedColumnValues, ReleasedFigures } from './released-figures.ts';

/** A published release that shares territories with the one to be made. */
export interface EarlierRelease {
  /** In which order it was published. */
  readonly sequence: number;
  readonly period: string;
  readonly figures: ReleasedFigures;
}

export interface ReleaseToProtect {
  readonly dataset: DatasetDefinition;
  readonly period: string;
  /** The number that it gets in the order of publishing, behind all `earlier` ones. */
  readonly sequence: number;
  readonly tree: TerritoryTree;
  readonly thresholds: Thresholds;
  /** What was counted of an indicator: by category ('' for all), then by territory. Asked once for each counted indicator. */
  readonly countsOf: (indicator: string) => Promise<ReadonlyMap<string, ReadonlyMap<string, number>>>;
  /** The published releases of the same dataset with a territory in common, of this and other periods, the oldest first. */
  readonly earlier: readonly EarlierRelease[];
}

export interface ProtectedRelease {
  readonly figures: ReleasedFigures;
  /** What was left out so that nobody is found out, each a sentence for the public; names no territory and no count. */
  readonly notes: readonly string[];
}

/**
 * Protects and audits a release. Throws CONFLICT where it cannot be published safely, INVALID where the counts contradict
 * each other. `steps` are others in tests only.
 */
export async function protectRelease(
  release: ReleaseToProtect,
  steps: ProtectionSteps = STEPS,
): Promise<ProtectedRelease> {
  const { dataset, tree, thresholds, period, earlier } = release;
  refuseObjections(release, steps);
  const territories = territoriesOf(tree);
  const before = earlier
    .toSorted((a, b) => a.sequence - b.sequence)
    .map((published) => new EarlierTables(published, thresholds));
  const shared = {
    territories,
    thresholds,
    period,
    sequence: release.sequence,
    samePeriod: before.filter((tables) => tables.release.period === period),
    otherPeriods: lastOfEachRoot(before.filter((tables) => tables.release.period !== period)),
  };

  const notes: string[] = [];
  const columns = new Map<string, ReleasedColumnValues>();
  const keep = (more: readonly ReleasedColumnValues[]): void => {
    for (const column of more) columns.set(keyOf(column.indicator, column.category), column);
  };
  const columnOf = (indicator: string, category = ''): ReleasedColumnValues => {
    const column = columns.get(keyOf(indicator, category));
    if (!column) throw new Error(`${dataset.code} has no figures of ${indicator} ${category}.`);
    return column;
  };
  const carriedFrom = new Map<string, EarlierTables>();
  for (const indicator of inOrder(dataset)) {
    const counts = await release.countsOf(indicator.code);
    if (indicator.subject !== IndicatorSubject.PERSON) {
      keep(steps.part('public facts', () => publicFacts(indicator, territories, counts)));
      continue;
    }
    if (indicator.people !== undefined) {
      const people = columnOf(indicator.people);
      keep(hoursOf(indicator, territories, counts, people, carriedFrom.get(indicator.people) ?? null));
      continue;
    }
    const people = protectPeople({ ...shared, indicator }, counts, steps);
    if (people.carried) carriedFrom.set(indicator.code, people.carried);
    notes.push(...people.notes);
    keep(people.columns);
  }

  const indicatorOf = (code: string) => {
    const indicator = dataset.indicators.find((one) => one.code === code);
    if (!indicator) throw new Error(`${dataset.code} has no indicator ${code}.`);
    return indicator;
  };
  for (const indicator of dataset.indicators) {
    if (!isDerived(indicator)) continue;
    keep([
      steps.part('derived', () =>
        derive(indicator, {
          territories,
          thresholds,
          columnOf: (part) => columnOf(part.indicator, part.category),
          indicatorOf,
        }),
      ),
    ]);
  }
  const inColumns = columnsOf(dataset).map(({ indicator, category }) => columnOf(indicator, category));
  return { figures: { tree, columns: inColumns }, notes };
}

function refuseObjections(release: ReleaseToProtect, { objectionsTo }: ProtectionSteps): void {
  const objections = objectionsTo(publicationsOf(release), partitionsOf(release.dataset.indicators));
  if (objections.length === 0) return;
  throw new DomainError('CONFLICT', `The release cannot be published. ${objections.slice(0, 3).join(' ')}`, {
    objections,
  });
}

/** What a territory was told last, or was not, is in one of these. */
function lastOfEachRoot(releases: readonly EarlierTables[]): EarlierTables[] {
  const last = new Set(new Map(releases.map((tables) => [tables.release.figures.tree[0]?.code, tables])).values());
  return releases.filter((tables) => last.has(tables));
}

/** Those that are counted; people before the hours that are theirs. */
function inOrder({ indicators }: DatasetDefinition): CountedIndicator[] {
  const counted = indicators.flatMap((indicator) => (isDerived(indicator) ? [] : indicator));
  return [...counted.filter(({ people }) => !people), ...counted.filter(({ people }) => people)];
}

const keyOf = (indicator: string, category: string): string => `${indicator} ${category}`;
