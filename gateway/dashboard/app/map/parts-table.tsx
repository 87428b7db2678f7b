import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useAddress } from '../address/use-address.ts';
import { useFigures } from '../figure/use-figures.ts';
import type { MeasuredFragment } from '../graph/generated/graphql.ts';
import { Text } from '../language/text.tsx';
import type { Part } from './parts.ts';

interface PartsTableProps {
  title: string;
  parts: readonly Part[];
  indicator: MeasuredFragment;
}

/** The figures of the map, each part with the way to its own. */
export function PartsTable({ title, parts, indicator }: PartsTableProps): ReactNode {
  const { hrefTo, address } = useAddress();
  return (
    <div className="scrolling parts">
      <table>
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">
              <Text id="map.territory" />
            </th>
            <th scope="col" className="number">
              {indicator.label}
            </th>
          </tr>
        </thead>
        <tbody>
          {parts.map((part) => (
            <tr key={part.code}>
              <th scope="row">
                <Link href={hrefTo('/map', { territory: part.code, indicator: address.indicator })}>{part.name}</Link>
              </th>
              <td className="number">
                <Told part={part} indicator={indicator} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Told({ part: { figure: found }, indicator }: { part: Part; indicator: MeasuredFragment }): ReactNode {
  const { figure, fallbackOf } = useFigures();
  if (!found) return <Text id="figure.noFigures" />;
  if (found.value !== null) return figure(found.value, indicator);
  const above = fallbackOf(found);
  return (
    <>
      <Text id="figure.hidden" />
      {above && <span className="hint above">{above}</span>}
    </>
  );
}
