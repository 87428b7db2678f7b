import { type EntityManager, IsolationLevel } from '@mikro-orm/postgresql';
import type { GraphQLResolveInfo } from 'graphql';
import { asSystem } from '../database/row-security/on-behalf.ts';
import { DomainError } from '../errors/domain-error.ts';
import { type EuroRateInput, euroRates } from '../money/euro-rate.ts';
import { keptAtMost } from '../subgraph/kept-at-most.ts';
import { actsFor } from '../write/assert-own.ts';
import { type Asked, type FiguresArguments, type PeriodLength, readAsked } from './asked-figures.ts';
import type { Figure } from './figure.ts';
import { writeFigures } from './figure.ts';
import type { FiguresFile } from './figures-file.ts';
import { inEuro } from './in-euro.ts';
import { inOnePlace } from './one-place.ts';

/** Counts a group of indicators, in one statement. */
export type Count = (em: EntityManager, asked: Asked) => Promise<Figure[]>;

/** How a subgraph counts for each dataset. */
export type Counts = Readonly<Record<string, { length: PeriodLength; counts: readonly Count[] }>>;

/** Counts at one moment, so that its figures fit each other; the answer is kept nowhere. */
export async function countFigures(
  { em }: { em: EntityManager },
  info: GraphQLResolveInfo,
  args: FiguresArguments,
  counted: Counts,
  rates: readonly EuroRateInput[] = [],
): Promise<FiguresFile> {
  keptAtMost(info, 0);
  const datasets = new Map(Object.entries(counted));
  const asked = readAsked(args, new Map([...datasets].map(([code, { length }]) => [code, length])));
  const toEuro = euroRates(rates, asked.period);
  if (!actsFor(asked.organisation)) throw ofAnother(asked.organisation);
  const asOf = new Date();
  // what is counted is about people, too, whose rows nobody sees here: only how many they are
  const figures = await asSystem(() =>
    em.transactional(
      async (moment) => {
        const all: Figure[] = [];
        for (const count of datasets.get(asked.dataset)?.counts ?? []) all.push(...(await count(moment, asked)));
        return all;
      },
      { isolationLevel: IsolationLevel.REPEATABLE_READ, readOnly: true },
    ),
  );
  return {
    dataset: asked.dataset,
    period: asked.period.label,
    asOf,
    ...writeFigures(inEuro(inOnePlace(figures), toEuro)),
  };
}

const ofAnother = (organisation: string | null): DomainError =>
  new DomainError(
    'FORBIDDEN',
    'Raw counts are shown to the organisation alone whose records they count. Ask with your own as `organisation`.',
    { organisation },
  );

/**
 * Makes a count of a statement that gives `indicator`, `category`, `territory` and `value` (as text), and `currency` where that is money. It reads what is asked from
 * `asked`: the first day of the period (`start`), the day after its last (`end`), and whether a row's owner is asked for (`organisation`).
 */
export const counting =
  (sql: string): Count =>
  (em, { period, organisation }) =>
    em.execute<Figure[]>(
      `with asked as (select ?::date as "start", ?::date as "end", ?::uuid as organisation) ${sql}`,
      [period.start, period.end, organisation],
    );
