import type { FigureFragment, MapFiguresQuery, MapPartsQuery, TerritoryLevel } from '../graph/generated/graphql.ts';
import { isPart, type Outlines } from './outlines.ts';

export type MapFigure = NonNullable<MapFiguresQuery['observations']>[number];

/** A part of the territory, and its figure, if it has one. */
export interface Part {
  code: string;
  name: string;
  level: TerritoryLevel;
  figure: MapFigure | null;
}

/** A territory below the one of the map. */
export interface Below {
  code: string;
  name: string;
  level: TerritoryLevel;
  below?: { nodes: readonly Below[] };
}

/** The parts of a territory that its map shows. */
export function partsOf(answer: MapPartsQuery | undefined, outlines: Outlines | null): Below[] {
  const found: Below[] = [];
  const walk = (nodes: readonly Below[], step: number): void => {
    for (const node of nodes) {
      if (isPart(outlines, node.code, step)) found.push(node);
      if (node.below) walk(node.below.nodes, step + 1);
    }
  };
  walk(answer?.territory?.children.nodes ?? [], 1);
  return found;
}

/** Each part with its figure, the largest first, then those that are hidden, then those of which nothing is published. */
export function withFigures(parts: readonly Below[], figures: readonly MapFigure[]): Part[] {
  const byCode = new Map(figures.map((figure) => [figure.territory?.code, figure]));
  return parts
    .map(({ code, name, level }) => ({ code, name, level, figure: byCode.get(code) ?? null }))
    .sort((one, other) => rankOf(other) - rankOf(one) || one.name.localeCompare(other.name, 'pl'));
}

function rankOf({ figure }: Part): number {
  if (!figure) return Number.NEGATIVE_INFINITY;
  return figure.value ?? -Number.MAX_VALUE;
}

/** What a part is coloured by: its own figure, or where that is hidden, that of the nearest territory above. */
export const colouredBy = (figure: FigureFragment): number | null => figure.value ?? figure.fallback?.value ?? null;

/** What the parts are called together, by the code of one. */
export function kindOf(code: string): string {
  if (/^[A-Z]{2}$/.test(code)) return 'countries';
  if (/^PL\d\d?$/.test(code)) return 'voivodeships';
  if (/^PL_\d{4}$/.test(code)) return 'counties';
  if (/^PL_\d{7}$/.test(code)) return 'municipalities';
  return /^PL_.*-D/.test(code) ? 'districts' : 'parts';
}
