import { type ReactNode, useEffect, useRef } from 'react';
import { Text, useWords } from '../../language/text.tsx';
import { useLive } from '../../live/live.tsx';
import { type Measurement, SUBGRAPHS } from './measure.ts';
import { MeasurementsChart } from './measurements-chart.tsx';
import { type Measurements, silentSince, useMeasurements } from './use-measurements.ts';
import './answering.css';

/** Which partner's subgraph answers now and how fast, measured from this page; and since when one does not. */
export function Answering(): ReactNode {
  const { text } = useWords();
  const measurements = useMeasurements();
  useSaidAloud(measurements);
  return (
    <section className="section answering" aria-labelledby="answering-title">
      <h2 id="answering-title">
        <Text id="partners.answering.title" />
      </h2>
      <p className="meta">
        <Text id="partners.answering.how" />
      </p>
      <table className="card">
        <caption className="said">{text('partners.answering.title')}</caption>
        <thead>
          <tr>
            <th scope="col">
              <Text id="partners.answering.who" />
            </th>
            <th scope="col">
              <Text id="partners.answering.now" />
            </th>
            <th scope="col" className="number">
              <Text id="partners.answering.speed" />
            </th>
          </tr>
        </thead>
        <tbody>
          {SUBGRAPHS.map((subgraph) => (
            <Row key={subgraph} subgraph={subgraph} measurements={measurements[subgraph]} />
          ))}
        </tbody>
      </table>
      <MeasurementsChart measurements={measurements} />
    </section>
  );
}

function Row({ subgraph, measurements }: { subgraph: string; measurements: readonly Measurement[] }): ReactNode {
  const { nameOf, text, number, when } = useWords();
  const last = measurements.at(-1);
  const since = silentSince(measurements);
  return (
    <tr>
      <th scope="row">{nameOf('partners.subgraph', subgraph)}</th>
      <td>
        <span className={`sign ${last?.result ?? 'awaited'}`}>
          {nameOf('partners.answering', last?.result ?? 'awaited')}
        </span>{' '}
        {since && <span className="since">{text('partners.answering.since', { since: when(since) })}</span>}
      </td>
      <td className="number">
        {last?.result === 'answers' ? text('partners.answering.milliseconds', { ms: number(last.milliseconds) }) : '–'}
      </td>
    </tr>
  );
}

/** Says for those who hear the page when a subgraph falls silent, and when it answers again. */
function useSaidAloud(measurements: Measurements): void {
  const { note } = useLive();
  const { nameOf, text } = useWords();
  const before = useRef(new Map<string, Measurement['result']>());
  useEffect(() => {
    for (const subgraph of SUBGRAPHS) {
      const result = measurements[subgraph].at(-1)?.result;
      const earlier = before.current.get(subgraph);
      if (!result || result === 'unknown' || result === earlier) continue;
      before.current.set(subgraph, result);
      if (!earlier && result === 'answers') continue;
      const id = result === 'silent' ? 'partners.answering.fellSilent' : 'partners.answering.isBack';
      note(`answering.${subgraph}`, text(id, { who: nameOf('partners.subgraph', subgraph) }));
    }
  }, [measurements, note, nameOf, text]);
}
