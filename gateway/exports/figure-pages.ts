import { findTerritory } from '../../shared/territory/territory.ts';
import { HttpProblem } from '../graphql-over-http/http-problem.ts';
import type { OwnGraph } from './own-graph.ts';
import type { Place } from './published-release.ts';

/** What is published of one territory: a value for each column of the release, null where it is not published. */
export interface Figures {
  territory: Place;
  values: (number | null)[];
}

/** Figures as they come: a page at a time, none of which is empty. */
export type FigurePages = AsyncIterable<Figures[]>;

interface Page {
  nodes: Figures[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

const FIGURES = `query FiguresOfFile($id: ID!, $first: Int!, $after: String) {
  release(id: $id) {
    figures(first: $first, after: $after) {
      nodes { territory { code name level } values }
      pageInfo { hasNextPage endCursor }
    }
  }
}`;
/** A page of some sixty columns is read and written in milliseconds, so that others are answered in between. */
const PAGE = 250;

/** Asks for a page when the one before is written, so that no more than one is ever in memory. */
export async function* figurePages<C>(
  graph: OwnGraph<C>,
  id: string,
  within: string | undefined,
): AsyncGenerator<Figures[]> {
  const path = within === undefined ? undefined : findTerritory(within)?.path;
  let after: string | null = null;
  do {
    const { nodes, pageInfo }: Page = await askPage(graph, id, after);
    const wanted = path === undefined ? nodes : nodes.filter(({ territory }) => isWithin(territory.code, path));
    if (wanted.length > 0) yield wanted;
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after !== null);
}

async function askPage<C>(graph: OwnGraph<C>, id: string, after: string | null): Promise<Page> {
  const question = { query: FIGURES, missing: gone(id), isKept: false };
  const { release } = await graph.ask<{ release: { figures: Page | null } | null }>(question, {
    id,
    first: PAGE,
    after,
  });
  if (!release?.figures) throw new HttpProblem(404, 'NOT_FOUND', gone(id));
  return release.figures;
}

const gone = (id: string): string => `The release ${id} is not published any more.`;

/** Whether the territory has the path, or lies beneath the one that has. */
export const isWithin = (code: string, path: string): boolean => findTerritory(code)?.path.startsWith(path) ?? false;
