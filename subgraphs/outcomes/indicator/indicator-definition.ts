import type { TerritoryLevel } from '../../../shared/territory/territory.ts';

/** A stock is what there is at the end of a period; a flow is what came in it, so that parts of a year add up to it. */
export enum Measure {
  STOCK = 'STOCK',
  FLOW = 'FLOW',
}

/** Whom a figure is about. Only those about people are protected: which organisations there are is public, and so are public money and prices. */
export enum IndicatorSubject {
  PERSON = 'PERSON',
  ORGANISATION = 'ORGANISATION',
  MONEY = 'MONEY',
}

/** Over what figures may be summed. */
export enum Dimension {
  TERRITORY = 'TERRITORY',
  PERIOD = 'PERIOD',
}

/** The subgraph in whose records it is counted. */
export type CountedBy = 'partnership' | 'municipality' | 'cps' | 'institutions' | 'marketplace';

export interface Label {
  readonly en: string;
  readonly pl: string;
}

interface Definition {
  /** An ESF+ code such as `EECO01`, or one of the model's own, `NH-…`. */
  readonly code: string;
  readonly label: Label;
  /** What it counts exactly, for whoever delivers it or compares it. */
  readonly definition: string;
  readonly subject: IndicatorSubject;
  readonly measure: Measure;
  /** `persons`, `hours`, `EUR`, `%` … */
  readonly unit: string;
  /** How many digits behind the point a figure has; figures are kept as whole numbers of the last one. */
  readonly decimals: number;
  readonly additiveOver: readonly Dimension[];
  /** The level nearest to people at which it is published. */
  readonly lowestLevel: TerritoryLevel;
}

/** An indicator that a partner counts and submits. */
export interface CountedIndicator extends Definition {
  readonly countedBy: CountedBy;
  /**
   * By which traits it is broken down. People: by one from the region up, by two nationally and above; what is public: wherever
   * it is published at all. The traits of a crossing must be in the list by themselves, too. Their categories (`trait.ts`) are the whole.
   */
  readonly breakdowns: readonly (readonly string[])[];
  /** For hours and the like, which are of people: the indicator that counts these. It is published where that is. */
  readonly people?: string;
}

/** A published figure that another is made of: all of an indicator, or a category such as `DISABILITY=YES`. */
export interface Part {
  readonly indicator: string;
  readonly category?: string;
}

/** What an indicator is made of that nobody submits; each part is one that is counted. */
export type Formula =
  /** The sum of parts, which are categories of one breakdown. */
  | { readonly sum: readonly Part[] }
  /** How many of a hundred; `some` and `others` are all there are. Published only of enough people. */
  | { readonly some: readonly Part[]; readonly others: readonly Part[] }
  /** A quotient, times `times`; not published where what it is divided by is less than `atLeast`. */
  | { readonly of: readonly Part[]; readonly per: readonly Part[]; readonly times: number; readonly atLeast: number };

export interface DerivedIndicator extends Definition {
  readonly formula: Formula;
}

export type IndicatorDefinition = CountedIndicator | DerivedIndicator;

export const isDerived = (indicator: IndicatorDefinition): indicator is DerivedIndicator => 'formula' in indicator;
