import { dot, frame, text as label, lineY, type PlotOptions } from '@observablehq/plot';
import { type ReactNode, useCallback } from 'react';
import { useIntl } from 'react-intl';
import { Chart } from '../../chart/chart.tsx';
import { Scrolling } from '../../chart/scrolling.tsx';
import { Text, useWords } from '../../language/text.tsx';
import { type Measurement, SUBGRAPHS } from './measure.ts';
import type { Measurements } from './use-measurements.ts';

const SHOWN_MS = 5 * 60_000;

interface Point extends Measurement {
  subgraph: string;
}

/** How long each subgraph's last answers took, one strip for each; a cross where there was none. */
export function MeasurementsChart({ measurements }: { measurements: Measurements }): ReactNode {
  const { text, nameOf } = useWords();
  const intl = useIntl();
  const draw = useCallback(
    (width: number): PlotOptions => {
      const last = Math.max(...SUBGRAPHS.map((subgraph) => Number(measurements[subgraph].at(-1)?.at ?? Date.now())));
      const points: Point[] = SUBGRAPHS.flatMap((subgraph) =>
        measurements[subgraph].map((measurement) => ({ ...measurement, subgraph })),
      ).filter(({ at }) => Number(at) >= last - SHOWN_MS);
      const answered = points.filter(({ result }) => result === 'answers');
      const at = { x: 'at', fy: 'subgraph' } as const;
      return {
        width,
        height: 70 * SUBGRAPHS.length + 40,
        marginLeft: 40,
        marginTop: 20,
        style: { background: 'none', fontSize: '12px' },
        x: {
          type: 'time',
          domain: [last - SHOWN_MS, last],
          label: null,
          ticks: 3,
          tickFormat: (time: Date) => intl.formatTime(time, { timeStyle: 'short' }),
        },
        y: { label: null, zero: true, nice: true, ticks: 1, tickFormat: (ms: number) => intl.formatNumber(ms) },
        fy: { domain: SUBGRAPHS, axis: null, padding: 0.35 },
        marks: [
          frame({ stroke: 'var(--line)', anchor: 'bottom' }),
          label(SUBGRAPHS, {
            fy: (subgraph: string) => subgraph,
            text: (subgraph: string) => nameOf('partners.subgraph', subgraph),
            frameAnchor: 'top-left',
            dy: -16,
            fill: 'var(--ink)',
          }),
          lineY(answered, { ...at, y: 'milliseconds', stroke: 'var(--accent)' }),
          dot(answered, { ...at, y: 'milliseconds', r: 2.5, fill: 'var(--accent)' }),
          dot(
            points.filter(({ result }) => result === 'silent'),
            { ...at, y: 0, symbol: 'times', r: 4, stroke: 'var(--bad)', strokeWidth: 2 },
          ),
        ],
      };
    },
    [measurements, intl, nameOf],
  );
  return <Chart title={text('partners.answering.chart')} draw={draw} table={<Table measurements={measurements} />} />;
}

function Table({ measurements }: { measurements: Measurements }): ReactNode {
  const { text, nameOf, number } = useWords();
  const intl = useIntl();
  const rounds = Math.max(...SUBGRAPHS.map((subgraph) => measurements[subgraph].length));
  const newestFirst = Array.from({ length: rounds }, (_, index) => index + 1);
  const said = (measurement: Measurement | undefined): string => {
    if (!measurement) return '–';
    return measurement.result === 'answers'
      ? number(measurement.milliseconds)
      : nameOf('partners.answering', measurement.result);
  };
  return (
    <Scrolling label={text('partners.answering.chart')}>
      <table>
        <caption>{text('partners.answering.chart')}</caption>
        <thead>
          <tr>
            <th scope="col">
              <Text id="partners.answering.at" />
            </th>
            {SUBGRAPHS.map((subgraph) => (
              <th key={subgraph} scope="col" className="measured">
                {nameOf('partners.subgraph', subgraph)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {newestFirst.map((back) => {
            const at = SUBGRAPHS.map((subgraph) => measurements[subgraph].at(-back)).find(Boolean)?.at;
            return (
              <tr key={at?.getTime() ?? back}>
                <th scope="row">{at ? intl.formatTime(at, { timeStyle: 'medium' }) : '–'}</th>
                {SUBGRAPHS.map((subgraph) => (
                  <td key={subgraph} className="measured">
                    {said(measurements[subgraph].at(-back))}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </Scrolling>
  );
}
