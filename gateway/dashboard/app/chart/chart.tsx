import { type PlotOptions, plot } from '@observablehq/plot';
import { type ReactNode, useEffect, useRef } from 'react';
import { Text } from '../language/text.tsx';
import { useTableView } from './use-table-view.ts';

interface ChartProps {
  /** What the chart shows, in one sentence. */
  title: string;
  /** Drawn again whenever the chart's width or this changes: memoise it. */
  draw(width: number): PlotOptions;
  /** The same figures as a table. */
  table: ReactNode;
  /** Where the drawing has links: goes where one of them leads. */
  follow?(href: string): void;
}

/** A chart that is a table at the press of one button, or of the key T; the address remembers which. */
export function Chart({ title, draw, table, follow }: ChartProps): ReactNode {
  const { isTable, toggle } = useTableView();
  return (
    <figure className="chart">
      <figcaption>{title}</figcaption>
      <button type="button" className="as-table" aria-pressed={isTable} onClick={toggle}>
        <Text id="chart.asTable" />
      </button>
      {isTable ? table : <Drawing title={title} draw={draw} {...(follow ? { follow } : {})} />}
      <div className="in-print">{isTable ? null : table}</div>
    </figure>
  );
}

/** The drawing alone, as one picture with a name, for a place that has its figures in words beside it. */
export function Drawing({ title, draw, follow }: Omit<ChartProps, 'table'>): ReactNode {
  const place = useRef<HTMLDivElement | null>(null);
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const redraw = (): void => {
      if (element.clientWidth === 0) return; // it is not laid out yet
      element.replaceChildren(plot(draw(element.clientWidth)));
      for (const part of element.querySelectorAll('g[aria-label]')) part.removeAttribute('aria-label'); // "rule", "dot": of use to nobody
      for (const link of element.querySelectorAll('a')) nameByTitle(link);
    };
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
  useEffect(() => {
    const element = place.current;
    if (!element || !follow) return;
    const onClick = (event: MouseEvent): void => {
      const link = (event.target as Element).closest('a');
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      follow(addressOf(link));
    };
    element.addEventListener('click', onClick);
    return () => element.removeEventListener('click', onClick);
  }, [follow]);
  if (follow) return <section className="drawing" ref={place} aria-label={title} />;
  return <div className="drawing" ref={place} role="img" aria-label={title} />;
}

const addressOf = (link: Element): string =>
  link.getAttribute('href') ?? link.getAttributeNS('http://www.w3.org/1999/xlink', 'href') ?? '';

/** The name of a link is the title of what it holds; Plot sets it where not every reader looks. */
function nameByTitle(link: Element): void {
  link.setAttribute('aria-label', link.querySelector('title')?.textContent ?? '');
}
