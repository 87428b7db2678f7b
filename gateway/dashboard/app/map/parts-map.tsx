import { type ReactNode, useMemo } from 'react';
import { useLocation } from 'wouter';
import { useAddress } from '../address/use-address.ts';
import { Chart } from '../chart/chart.tsx';
import { useTableView } from '../chart/use-table-view.ts';
import { isWholeNumber, useFigures } from '../figure/use-figures.ts';
import type { MeasuredFragment } from '../graph/generated/graphql.ts';
import { Text, useWords } from '../language/text.tsx';
import { Awaited } from '../notice/answered.tsx';
import { type Area, drawingOf } from './choropleth.ts';
import { classAt, classesOf } from './classes.ts';
import { Legend } from './legend.tsx';
import { outlinesOf } from './outlines.ts';
import { colouredBy, kindOf, type Part } from './parts.ts';
import { PartsTable } from './parts-table.tsx';
import { useShapes } from './use-shapes.ts';

interface PartsMapProps {
  place: { code: string; name: string };
  parts: readonly Part[];
  indicator: MeasuredFragment;
  /** A label, or LATEST. */
  period: string;
}

/** The parts of a territory by their figures: a map where their outlines are known, and always a table. */
export function PartsMap({ place, parts, indicator, period: asked }: PartsMapProps): ReactNode {
  const { text } = useWords();
  const { period } = useFigures();
  const [, navigate] = useLocation();
  const { isTable } = useTableView();
  const outlines = outlinesOf(place.code);
  const shapes = useShapes(outlines);
  const classes = useMemo(() => classesOf(valuesOf(parts), { isWhole: isWholeNumber(indicator) }), [parts, indicator]);
  const areas = useAreas(parts, indicator, classes);
  const hasNeighbours = outlines?.hasNeighbours ?? false;
  const draw = useMemo(() => drawingOf(shapes, areas, classes, hasNeighbours), [shapes, areas, classes, hasNeighbours]);

  const shown = parts.find(({ figure }) => figure)?.figure?.period ?? asked;
  const what = { indicator: indicator.label, place: place.name, kind: kindOf(parts[0]?.code ?? '') };
  const title = [text('map.title', what), ...(shown === 'LATEST' ? [] : [period(shown)])].join(', ');
  const table = <PartsTable title={title} parts={parts} indicator={indicator} />;
  if (!outlines || shapes === 'failed') {
    return (
      <>
        <p className="hint">
          <Text id={outlines ? 'map.outlinesFailed' : 'map.noOutlines'} values={{ place: place.name }} />
        </p>
        {table}
      </>
    );
  }
  if (!shapes) return <Awaited />;
  return (
    <div className="choropleth">
      <Chart title={title} draw={draw} table={table} follow={navigate} />
      {!isTable && <Legend parts={parts} classes={classes} indicator={indicator} />}
    </div>
  );
}

/** What the classes are made of: what is told of the parts, or where nothing is, what is told in its place. */
function valuesOf(parts: readonly Part[]): number[] {
  const told = parts.flatMap(({ figure }) => (typeof figure?.value === 'number' ? [figure.value] : []));
  if (told.length > 0) return told;
  return parts.flatMap(({ figure }) => (figure ? [colouredBy(figure) ?? 0] : []));
}

function useAreas(parts: readonly Part[], indicator: MeasuredFragment, classes: ReturnType<typeof classesOf>): Area[] {
  const figures = useFigures();
  const { text } = useWords();
  const { hrefTo, address } = useAddress();
  const search = JSON.stringify(address);
  // biome-ignore lint/correctness/useExhaustiveDependencies: links and words are as new as the address and the figures
  return useMemo(
    () =>
      parts.map(({ code, name, figure }) => {
        const told = figure?.value ?? null;
        const by = figure ? colouredBy(figure) : null;
        const hidden = [text('figure.hidden'), figure ? figures.fallbackOf(figure) : null].filter(Boolean).join('. ');
        const words = told !== null ? figures.figure(told, indicator) : figure ? hidden : text('figure.noFigures');
        return {
          code,
          title: `${name}: ${words}`,
          href: hrefTo('/map', { territory: code, indicator: address.indicator }),
          state: told !== null ? ('told' as const) : figure ? ('hidden' as const) : ('none' as const),
          at: by === null ? null : classAt(classes, by),
          label: told ? figures.bare(told, indicator) : '', // that there is nothing, the colour says
        };
      }),
    [parts, indicator, classes, figures, search],
  );
}
