import type { ToEuro } from '../money/euro-rate.ts';
import type { Figure } from './figure.ts';

/** Turns amounts of money, which are to the cent, into euro: those of a figure in all currencies together, rounded once. */
export function inEuro(figures: readonly Figure[], toEuro: ToEuro): Figure[] {
  const amounts = Map.groupBy(
    figures.filter(({ currency }) => currency !== undefined),
    ({ indicator, category, territory }) => JSON.stringify([indicator, category, territory]),
  );
  const sums = [...amounts.values()].map((ofFigure) => {
    const { indicator, category, territory } = ofFigure[0] as Figure;
    return { indicator, category, territory, value: toEuro(ofFigure.map(toCents)) };
  });
  return [...figures.filter(({ currency }) => currency === undefined), ...sums];
}

const toCents = ({ value, currency = 'EUR' }: Figure) => ({ cents: BigInt(value.replace('.', '')), currency });
