import { type PlotOptions, plot } from '@observablehq/plot';
import { type ReactNode, useEffect, useRef } from 'react';
import { useAddress } from '../address/use-address.ts';
import { Text } from '../language/text.tsx';

interface ChartProps {
  /** What the chart shows, in one sentence. */
  title: string;
  /** Drawn again whenever the chart's width or this changes: memoise it. */
  draw(width: number): PlotOptions;
  /** The same figures as a table. */
  table: ReactNode;
}

/** A chart that is a table at the press of one button, or of the key T; the address remembers which. */
export function Chart({ title, draw, table }: ChartProps): ReactNode {
  const { address, change } = useAddress();
  const isTable = address.view === 'table';
  const other = isTable ? undefined : 'table';
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 't' || event.ctrlKey || event.altKey || event.metaKey || isTyping(event)) return;
      change({ view: other });
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });
  return (
    <figure className="chart">
      <figcaption>{title}</figcaption>
      <button type="button" className="as-table" aria-pressed={isTable} onClick={() => change({ view: other })}>
        <Text id="chart.asTable" />
      </button>
      {isTable ? table : <Drawing title={title} draw={draw} />}
      <div className="in-print">{isTable ? null : table}</div>
    </figure>
  );
}

const isTyping = ({ target }: KeyboardEvent): boolean =>
  target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);

/** The drawing alone, as one picture with a name, for a place that has its figures in words beside it. */
export function Drawing({ title, draw }: Pick<ChartProps, 'title' | 'draw'>): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const redraw = (): void => element.replaceChildren(plot(draw(element.clientWidth)));
    redraw();
    let width = element.clientWidth;
    const observer = new ResizeObserver(() => {
      if (element.clientWidth === width) return;
      width = element.clientWidth;
      redraw();
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [draw]);
  return <div className="drawing" ref={place} role="img" aria-label={title} />;
}
