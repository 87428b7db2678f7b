import { ArgsType, Field, ID } from 'type-graphql';
import { Invalid } from '../errors/domain-error.ts';
import { echo } from '../errors/echo.ts';
import { uuidOf } from '../global-id/global-id.ts';
import { type Period, parsePeriod } from '../period/period.ts';
import { today } from '../write/today.ts';

@ArgsType()
export class FiguresArguments {
  @Field(() => ID, { description: 'The dataset of the networks that the figures are for: "PEOPLE", "MANUFACTORIES".' })
  dataset: string;

  @Field(() => String, { description: 'A period that is over, as long as those of the dataset: "2025", "2026-Q3".' })
  period: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The organisation whose own records are counted; without it those of all that keep theirs here.',
  })
  organisation?: string | null;
}

/** What is asked, once it is known to make sense. */
export interface Asked {
  readonly dataset: string;
  readonly period: Period;
  /** Its uuid; null for all. */
  readonly organisation: string | null;
}

/** The length of a dataset's periods, in months. */
export type PeriodLength = 3 | 6 | 12;

const WRITTEN: Record<PeriodLength, string> = {
  3: 'quarter: write one such as 2026-Q3',
  6: 'half-year: write one such as 2026-S1',
  12: 'year: write one such as 2025',
};

/** Throws Invalid where there can be no such figures. */
export function readAsked(
  { dataset, period: label, organisation = null }: FiguresArguments,
  lengths: ReadonlyMap<string, PeriodLength>,
): Asked {
  const length = lengths.get(dataset);
  if (length === undefined) {
    const known = [...lengths.keys()].join(' and ');
    throw new Invalid(`Nothing is counted here for the dataset ${JSON.stringify(echo(dataset))}; it is for ${known}.`, {
      field: 'dataset',
      value: echo(dataset),
    });
  }
  return { dataset, period: readPeriod(dataset, label, length), organisation: readOrganisation(organisation) };
}

function readPeriod(dataset: string, label: string, length: PeriodLength): Period {
  const period = parsePeriod(label);
  const facts = { field: 'period', value: label };
  if (monthsOf(period) !== length) {
    throw new Invalid(`${dataset} is counted by the ${WRITTEN[length]}, not ${label}.`, facts);
  }
  if (period.end > today()) {
    throw new Invalid(`${label} is not over: it can be counted from ${period.end} on.`, facts);
  }
  return period;
}

function readOrganisation(id: string | null): string | null {
  if (id === null) return null;
  const uuid = uuidOf('Organisation', id);
  if (uuid !== null) return uuid;
  throw new Invalid(`${JSON.stringify(echo(id))} is the id of no organisation; one begins with "Organisation_".`, {
    field: 'organisation',
    value: echo(id),
  });
}

function monthsOf({ start, end }: Period): number {
  const [from, to] = [start, end].map((day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)));
  return (to as number) - (from as number);
}
