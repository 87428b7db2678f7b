import { centroid, geo, type Markish, type PlotOptions, text } from '@observablehq/plot';
import { type Class, colourOf } from './classes.ts';
import type { Shape } from './use-shapes.ts';

/** A part of the territory as it is drawn. */
export interface Area {
  code: string;
  title: string;
  href: string;
  /** Whether it has a figure, one that is hidden, or none. */
  state: 'told' | 'hidden' | 'none';
  /** The class of its colour; null where there is nothing to colour it by. */
  at: number | null;
  label: string;
}

type Drawn = Shape & { properties: Area };

const SVG = 'http://www.w3.org/2000/svg';
const TALLEST = 720;
const SMALL = 480;

/** The map of the areas: hidden ones are hatched in the colour of what is told in their place. */
export function drawingOf(
  shapes: Shape[] | 'failed' | null,
  areas: readonly Area[],
  classes: readonly Class[],
  hasNeighbours: boolean,
): (width: number) => PlotOptions {
  if (!shapes || shapes === 'failed') return () => ({ marks: [] });
  const byCode = new Map(areas.map((area) => [area.code, area]));
  const drawn = shapes.flatMap((shape): Drawn[] => {
    const area = byCode.get(shape.properties.code);
    return area ? [{ ...shape, properties: area }] : [];
  });
  const around = hasNeighbours ? shapes.filter((shape) => !byCode.has(shape.properties.code)) : [];
  const linked = { href: hrefOf, title: titleOf };
  const told = drawn.filter(({ properties }) => properties.state === 'told');
  const hidden = drawn.filter(({ properties }) => properties.state === 'hidden');
  const none = drawn.filter(({ properties }) => properties.state === 'none');

  if (drawn.length === 0) return () => ({ marks: [] });
  return (width) => ({
    width,
    height: Math.min(TALLEST, Math.max(260, width * 0.8)),
    projection: {
      type: hasNeighbours ? 'azimuthal-equal-area' : 'mercator',
      ...(hasNeighbours ? { rotate: [-12, -52] as [number, number] } : {}),
      domain: { type: 'FeatureCollection', features: drawn },
      inset: 6,
    },
    marks: [
      hatches(classes),
      geo(around, { fill: 'var(--page)', stroke: 'var(--line)', strokeWidth: 0.5, ariaHidden: 'true' }),
      geo(none, { ...linked, fill: 'var(--paper)', stroke: 'var(--quiet)', strokeDasharray: '2 3' }),
      geo(hidden, { ...linked, fill: hatchOf, stroke: 'var(--ink)', strokeWidth: 1.25 }),
      geo(told, { ...linked, fill: fillOf(classes), stroke: 'var(--quiet)', strokeWidth: 0.75 }),
      text(
        told.filter(({ properties }) => properties.label !== ''),
        centroid({
          text: labelOf,
          fill: 'var(--ink)',
          stroke: 'var(--paper)',
          strokeWidth: 5,
          fontWeight: 600,
          fontSize: width < SMALL ? 10 : 13,
          pointerEvents: 'none',
          ariaHidden: 'true',
        }),
      ),
    ],
    color: { type: 'identity' },
  });
}

const hrefOf = ({ properties }: Drawn): string => properties.href;
const titleOf = ({ properties }: Drawn): string => properties.title;
const labelOf = ({ properties }: Drawn): string => properties.label;

const hatchOf = ({ properties: { at } }: Drawn): string => `url(#hatch-${at ?? 'none'})`;

const fillOf =
  (classes: readonly Class[]) =>
  ({ properties: { at } }: Drawn): string =>
    colourOf(classes, at ?? -1);

/** The patterns of hidden areas, one for each colour. */
const hatches =
  (classes: readonly Class[]): Markish =>
  () => {
    const defs = document.createElementNS(SVG, 'defs');
    const colours = [...classes.keys(), -1].map((at) => [String(at), colourOf(classes, at)] as const);
    for (const [name, colour] of [...colours, ['none', 'var(--paper)'] as const]) defs.append(hatch(name, colour));
    return defs;
  };

function hatch(name: string, colour: string): SVGElement {
  const pattern = elementOf('pattern', {
    id: `hatch-${name}`,
    width: '7',
    height: '7',
    patternUnits: 'userSpaceOnUse',
    patternTransform: 'rotate(45)',
  });
  pattern.append(
    elementOf('rect', { width: '7', height: '7', fill: colour }),
    elementOf('rect', { width: '3.5', height: '7', fill: 'var(--paper)' }),
    elementOf('line', { x2: '0', y2: '7', stroke: 'var(--ink)', 'stroke-width': '1' }),
  );
  return pattern;
}

function elementOf(name: string, attributes: Record<string, string>): SVGElement {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}
