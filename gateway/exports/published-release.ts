import { HttpProblem } from '../graphql-over-http/http-problem.ts';
import type { OwnGraph } from './own-graph.ts';

export type Language = 'en' | 'pl';

export interface Place {
  code: string;
  name: string;
  level: 'EUROPEAN' | 'NATIONAL' | 'REGIONAL' | 'LOCAL';
}

/** What one place in the arrays of values is. */
export interface Column {
  indicator: {
    code: string;
    label: string;
    unit: string;
    decimals: number;
    measure: string;
    subject: 'PERSON' | 'ORGANISATION' | 'MONEY';
  };
  /** Empty for all. */
  category: { trait: string; code: string; label: string }[];
  basis: string;
}

/** All that a file tells of a release beside its figures. */
export interface PublishedRelease {
  id: string;
  dataset: { code: string; label: string; frequency: string };
  period: string;
  number: number;
  level: Place['level'];
  status: 'PUBLISHED' | 'SUPERSEDED';
  asOf: string;
  publishedAt: string;
  hash: string;
  notes: string[];
  territory: Place;
  network: { name: string };
  /** Those whose counts are in it; only where they were asked for. */
  contributors?: { id: string; name: string }[];
  columns: Column[];
}

const ABOUT = `query ReleaseOfFile($id: ID!, $language: Language!, $contributors: Boolean!) {
  release(id: $id) {
    id period number level status asOf publishedAt hash notes
    dataset { code label(language: $language) frequency }
    territory { code name level }
    network { name }
    contributors @include(if: $contributors) { id name }
    columns {
      indicator { code label(language: $language) unit decimals measure subject }
      category { trait code label(language: $language) }
      basis
    }
  }
}`;

export interface Wanted {
  id: string;
  language: Language;
  /** They are another subgraph's, which may be silent when this one is not. */
  contributors: boolean;
}

/** Throws NOT_FOUND in the same words for what is not there and what is not published, whoever asks: the files are for everybody. */
export async function readRelease<C>(
  graph: OwnGraph<C>,
  { id, language, contributors }: Wanted,
): Promise<PublishedRelease> {
  const missing = `No release ${id} is published. The query \`releases\` lists those that are.`;
  const { release } = await graph.ask<{ release: (Omit<PublishedRelease, 'status'> & { status: string }) | null }>(
    { query: ABOUT, missing, isKept: true },
    { id, language: language.toUpperCase(), contributors },
  );
  if (!release || !isPublic(release)) throw new HttpProblem(404, 'NOT_FOUND', missing);
  return release;
}

const isPublic = (release: Omit<PublishedRelease, 'status'> & { status: string }): release is PublishedRelease =>
  release.status === 'PUBLISHED' || release.status === 'SUPERSEDED';
