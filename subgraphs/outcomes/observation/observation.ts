import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, Float, ObjectType, registerEnumType } from 'type-graphql';
import type { IndicatorDefinition } from '../indicator/indicator-definition.ts';
import { ReleaseStatus } from '../release/release.ts';
import { Basis } from '../submission/submission.ts';
import type { Selection } from './selection.ts';

/** One flag alone: telling a small figure from one that protects it would tell that the first is small. */
export enum ObservationFlag {
  c = 'c',
}

registerEnumType(ObservationFlag, {
  name: 'ObservationFlag',
  description: 'Why a figure has no value, as SDMX codes it.',
  valuesConfig: { c: { description: 'confidential' } },
});

/** What an observation tells of the release that it is from. */
export interface ObservedRelease {
  readonly uuid: string;
  readonly networkId: string;
  readonly period: string;
  readonly status: ReleaseStatus;
  readonly asOf: string;
  /** It covers this territory and all beneath. */
  readonly territoryPath: string;
}

/** What a figure is of. */
export interface ObservedColumn {
  readonly indicator: IndicatorDefinition;
  /** '' for all. */
  readonly category: string;
  readonly basis: Basis;
}

@ObjectType({ description: 'A published figure of a territory and a period: one indicator, or one category of it.' })
export class Observation {
  readonly release: ObservedRelease;
  readonly column: ObservedColumn;
  readonly territoryCode: string;
  /** By what it was asked for, so that what it is compared with is asked for alike. */
  readonly selection: Selection;

  /** A whole number of the indicator's last digit; null where it is not published. */
  readonly figure: number | null;

  constructor(
    release: ObservedRelease,
    column: ObservedColumn,
    territoryCode: string,
    figure: number | null,
    selection: Selection,
  ) {
    this.release = release;
    this.column = column;
    this.territoryCode = territoryCode;
    this.figure = figure;
    this.selection = selection;
  }

  @Field(() => Float, { nullable: true, description: 'In the unit of the indicator; null where it is not published.' })
  get value(): number | null {
    return this.figure === null ? null : this.inUnit(this.figure);
  }

  @Field(() => String, { description: 'An SDMX label: "2026", "2026-S1", "2026-Q3".' })
  get period(): string {
    return this.release.period;
  }

  @Field(() => ObservationFlag, { nullable: true, description: 'Set where there is no value.' })
  get flag(): ObservationFlag | null {
    return this.confidential ? ObservationFlag.c : null;
  }

  @Field(() => Boolean, {
    description:
      'Whether the figure is withheld, because it is small, or to protect another that is, or because it would be a quotient of too little. Which of these is not told.',
  })
  get confidential(): boolean {
    return this.figure === null;
  }

  @Field(() => String, { description: '"persons", "hours", "EUR", "%" …' })
  get unit(): string {
    return this.column.indicator.unit;
  }

  @Field(() => Basis, { description: 'The weakest basis of all that was summed for the whole release.' })
  get basis(): Basis {
    return this.column.basis;
  }

  @Field(() => GraphQLLocalDate, { description: 'The last day on which somebody signed off what is in the release.' })
  get asOf(): string {
    return this.release.asOf;
  }

  @Field(() => ReleaseStatus, { description: 'PUBLISHED, or SUPERSEDED where an older release was asked for.' })
  get status(): ReleaseStatus {
    return this.release.status;
  }

  isOfTheSame({ column }: Observation): boolean {
    return column.indicator === this.column.indicator && column.category === this.column.category;
  }
  /** How much more there is than in an earlier one of the same; null where either is not published. */
  since(earlier: Observation | undefined): number | null {
    if (this.figure === null || !earlier || earlier.figure === null) return null;
    return this.inUnit(this.figure - earlier.figure);
  }

  private inUnit(figure: number): number {
    return figure / 10 ** this.column.indicator.decimals;
  }
}
