import { useMemo } from 'react';
import { type IntlShape, useIntl } from 'react-intl';
import type { FigureFragment, MeasuredFragment, TerritoryLevel } from '../graph/generated/graphql.ts';
import type { MessageId } from '../language/language.tsx';
import { periodOf } from './period.ts';

type Indicator = MeasuredFragment;

const UNITS: Readonly<Record<string, MessageId>> = {
  persons: 'figure.persons',
  hours: 'figure.hours',
  months: 'figure.months',
  manufactories: 'figure.manufactories',
  organisations: 'figure.organisations',
  ideas: 'figure.ideas',
  consultations: 'figure.consultations',
  services: 'figure.services',
  orders: 'figure.orders',
};
/** From here on whole euros say enough. */
const LARGE_SUM = 1_000;
/** From the top down. */
const LEVELS: readonly TerritoryLevel[] = ['EUROPEAN', 'NATIONAL', 'REGIONAL', 'LOCAL'];

/** Whether an indicator is published at a level at all. */
export const isPublishedAt = (level: TerritoryLevel, { lowestLevel }: Pick<Indicator, 'lowestLevel'>): boolean =>
  LEVELS.indexOf(level) <= LEVELS.indexOf(lowestLevel);

/** Whether an indicator counts things. */
export const isWholeNumber = ({ unit, decimals }: Pick<Indicator, 'unit' | 'decimals'>): boolean =>
  decimals === 0 && unit !== '%' && unit !== 'EUR';

export interface Figures {
  /** With its unit: "12 persons". */
  figure(value: number, indicator: Indicator): string;
  /** Without a unit that is a word: "12", "€3,400", "61%". */
  bare(value: number, indicator: Indicator): string;
  /** How far two figures are apart, without a sign: "12", "3 percentage points". */
  distance(value: number, indicator: Indicator): string;
  /** Of a class of figures: "1–20 persons". */
  range(over: number, to: number, indicator: Indicator): string;
  /** "Q3 2026" */
  period(label: string): string;
  /** "in Q3 2026" */
  inPeriod(label: string): string;
  /** Why a figure is hidden, as far as it may be told. */
  whyHidden(indicator: Indicator, level: TerritoryLevel): string;
  /** Where a figure is hidden: that of the nearest territory above that has one, and whose it is. */
  fallbackOf(figure: FigureFragment): string | null;
}

/** Figures, their periods, and why they are hidden, in the language of the page. */
export function useFigures(): Figures {
  const intl = useIntl();
  return useMemo(() => figuresIn(intl), [intl]);
}

function figuresIn(intl: IntlShape): Figures {
  const text = (id: MessageId, values: Record<string, string | number> = {}): string =>
    intl.formatMessage({ id }, values);

  const bare: Figures['bare'] = (value, { unit, decimals }) => {
    if (unit === '%') return intl.formatNumber(value / 100, { style: 'percent', maximumFractionDigits: decimals });
    if (unit !== 'EUR') return intl.formatNumber(value, { maximumFractionDigits: decimals });
    const digits = Math.abs(value) >= LARGE_SUM || Number.isInteger(value) ? 0 : decimals;
    return intl.formatNumber(value, {
      style: 'currency',
      currency: 'EUR',
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
  };
  const figure: Figures['figure'] = (value, indicator) => {
    const unit = UNITS[indicator.unit];
    return unit ? text(unit, { count: value, figure: bare(value, indicator) }) : bare(value, indicator);
  };

  return {
    figure,
    bare,
    distance: (value, indicator) =>
      indicator.unit === '%'
        ? text('figure.percentagePoints', {
            count: value,
            figure: intl.formatNumber(value, { maximumFractionDigits: indicator.decimals }),
          })
        : bare(value, indicator),
    range: (over, to, indicator) => {
      const isWhole = isWholeNumber(indicator);
      const from = bare(isWhole ? over + 1 : over, indicator);
      const last = bare(to, indicator);
      if (from === last) return figure(to, indicator);
      const words = text(isWhole ? 'figure.wholeRange' : 'figure.range', { from, to: last });
      const unit = UNITS[indicator.unit];
      return unit ? text(unit, { count: to, figure: words }) : words;
    },
    period: (label) => {
      const { year, length, part } = periodOf(label);
      if (length === '') return label;
      return text(length === 'Q' ? 'figure.quarter' : 'figure.half', { year: String(year), part });
    },
    inPeriod: (label) => {
      const { year, length, part } = periodOf(label);
      if (length === '') return text('figure.in', { period: label });
      return text(length === 'Q' ? 'figure.inQuarter' : 'figure.inHalf', { year: String(year), part });
    },
    whyHidden: (indicator, level) => {
      if (!isPublishedAt(level, indicator)) return text('figure.hiddenHere', { level: indicator.lowestLevel });
      const threshold = indicator.thresholds.find((one) => one.level === level)?.threshold;
      return threshold ? text('figure.hiddenSmall', { threshold }) : text('figure.hiddenQuotient');
    },
    fallbackOf: ({ fallback, indicator }) => {
      const { territory, value } = fallback ?? {};
      if (!territory || !indicator || value === null || value === undefined) return null;
      return text('figure.ofFallback', { territory: territory.name, figure: figure(value, indicator) });
    },
  };
}
