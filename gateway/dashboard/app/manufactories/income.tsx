import { axisX, axisY, barY, gridY, type PlotOptions, ruleY, text as textMark } from '@observablehq/plot';
import { type ReactNode, useMemo } from 'react';
import { Chart } from '../chart/chart.tsx';
import { Text, useWords, type Words } from '../language/text.tsx';
import { From } from './story.tsx';
import type { Market } from './story-parts.ts';

interface YearsIncome {
  year: string;
  amount: string;
  currency: string;
}

/** What it earned with delivered orders, year by year, in each currency on its own. */
export function Income({ market, years }: { market: Market; years: readonly string[] }): ReactNode {
  const { income1, income2, income3, income4, income5 } = market;
  const earned = [income1, income2, income3, income4, income5].flatMap((moneys, index) =>
    (moneys ?? []).map((money): YearsIncome => ({ year: years[index] ?? '', ...money })),
  );
  const currencies = [...new Set(earned.map(({ currency }) => currency))];
  if (earned.length === 0) return null;
  return (
    <>
      <h2>
        <Text id="manufactories.income" />
      </h2>
      {currencies.map((currency) => (
        <InCurrency key={currency} rows={JSON.stringify(earned.filter((row) => row.currency === currency))} />
      ))}
      <p>
        <From source={{ role: 'marketplace', organisation: null }} />
      </p>
    </>
  );
}

/** @param rows - as JSON: the chart is drawn again only when they differ */
function InCurrency({ rows: json }: { rows: string }): ReactNode {
  const words = useWords();
  const rows = useMemo(() => JSON.parse(json) as YearsIncome[], [json]);
  const [from, until, currency] = [rows[0]?.year ?? '', rows.at(-1)?.year ?? '', rows[0]?.currency ?? ''];
  const title =
    from === until
      ? words.text('manufactories.incomeOfYear', { year: from, currency })
      : words.text('manufactories.incomeByYear', { from, until, currency });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words change with the title alone
  const draw = useMemo(() => drawingOf(rows, words), [rows, title]);
  return <Chart title={title} draw={draw} table={<IncomeTable title={title} rows={rows} />} />;
}

const drawingOf =
  (rows: readonly YearsIncome[], { money, number }: Words) =>
  (width: number): PlotOptions => ({
    width: Math.min(width, 640),
    height: 220,
    marginLeft: 70,
    marginTop: 24,
    style: { fontSize: '12px' },
    x: { type: 'band', label: null, padding: 0.4 },
    y: { label: null, zero: true },
    marks: [
      gridY({ ticks: 4 }),
      axisX({ label: null }),
      axisY({ ticks: 4, label: null, tickFormat: (amount: number) => number(amount) }),
      barY(rows, { x: 'year', y: ({ amount }: YearsIncome) => Number(amount), fill: 'var(--accent)' }),
      textMark(rows, {
        x: 'year',
        y: ({ amount }: YearsIncome) => Number(amount),
        text: (row: YearsIncome) => money(row),
        dy: -8,
        fill: 'currentColor',
      }),
      ruleY([0]),
    ],
  });

function IncomeTable({ title, rows }: { title: string; rows: readonly YearsIncome[] }): ReactNode {
  const { money } = useWords();
  return (
    <table>
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">
            <Text id="manufactories.column.year" />
          </th>
          <th scope="col" className="number">
            <Text id="manufactories.column.earned" />
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.year}>
            <th scope="row">{row.year}</th>
            <td className="number">{money(row)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
