import type { CSSProperties, ReactNode } from 'react';
import { useFigures } from '../figure/use-figures.ts';
import type { MeasuredFragment } from '../graph/generated/graphql.ts';
import { Text, useWords } from '../language/text.tsx';
import { type Class, classAt, colourOf } from './classes.ts';
import type { Part } from './parts.ts';

interface LegendProps {
  parts: readonly Part[];
  classes: readonly Class[];
  indicator: MeasuredFragment;
}

/** What the colours and patterns of the map mean. */
export function Legend({ parts, classes, indicator }: LegendProps): ReactNode {
  const { text } = useWords();
  const { figure, range, fallbackOf, whyHidden } = useFigures();
  const isTold = parts.some(({ figure: one }) => typeof one?.value === 'number');
  const least = parts.find(({ figure: one }) => typeof one?.value === 'number' && classAt(classes, one.value) < 0);
  const hidden = parts.flatMap(({ figure: one }) => (one && one.value === null ? [one] : []));
  const above = [...new Set(hidden.map(fallbackOf))].filter(Boolean).join('; ');
  return (
    <ul className="legend" aria-label={text('map.legend')}>
      {typeof least?.figure?.value === 'number' && (
        <Entry colour={colourOf(classes, -1)}>{figure(least.figure.value, indicator)}</Entry>
      )}
      {isTold &&
        classes.map(({ over, to }, at) => (
          <Entry key={to} colour={colourOf(classes, at)}>
            {range(over, to, indicator)}
          </Entry>
        ))}
      {hidden.length > 0 && (
        <Entry kind="hatched">
          {whyHidden(indicator, parts[0]?.level ?? 'LOCAL')} {above && <Text id="map.hatched" values={{ above }} />}
        </Entry>
      )}
      {parts.some(({ figure: one }) => !one) && (
        <Entry kind="none">
          <Text id="figure.noFigures" />
        </Entry>
      )}
    </ul>
  );
}

function Entry({ colour, kind = '', children }: { colour?: string; kind?: string; children: ReactNode }): ReactNode {
  return (
    <li>
      <span className={`swatch ${kind}`} style={{ '--swatch': colour } as CSSProperties} />
      <span>{children}</span>
    </li>
  );
}
