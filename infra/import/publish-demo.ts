import { readFileSync } from 'node:fs';
import path from 'node:path';
import { toGlobalId } from '../../shared/global-id/global-id.ts';
import { parsePeriod } from '../../shared/period/period.ts';
import { projectRoot } from '../../shared/reference-data/project-root.ts';
import { keyToUuid } from '../../shared/register/key.ts';
import { ask, type Hub } from '../ask.ts';
import { type CountingField, DEMO_SUBMISSIONS, type DemoSubmission } from './demo-submissions.ts';

/** From the region up, in the order in which they approve. */
const NETWORKS = ['siec-malopolska', 'siec-polska', 'siec-europejska'].map((partner) =>
  toGlobalId('Network', keyToUuid(`${partner}/siec`)),
);

/** What amounts are converted by; invented, as the amounts are. */
const ratesOf = (period: string) => [{ currency: 'PLN', perEuro: '4.25', on: parsePeriod(period).end }];

interface Versioned {
  id: string;
  version: number;
}

/** Does for the demo what people of each level do for themselves: submits, signs off, approves, and publishes releases. */
export async function publishDemo(hub: Hub, say: (line: string) => void): Promise<void> {
  for (const submission of DEMO_SUBMISSIONS) await submit(hub, submission);
  let published = 0;
  for (const dataset of ['PEOPLE', 'MANUFACTORIES'] as const) {
    const periods = new Set(DEMO_SUBMISSIONS.filter((one) => one.dataset === dataset).map(({ period }) => period));
    const oldestFirst = [...periods].sort();
    for (const period of oldestFirst) {
      // Each level of the latest period, and of those before the region: a release of all Europe takes its time.
      const networks = period === oldestFirst.at(-1) ? NETWORKS : NETWORKS.slice(0, 1);
      for (const networkId of networks) await publish(hub, networkId, dataset, period);
      published += networks.length;
    }
  }
  say(`${DEMO_SUBMISSIONS.length} submissions of figures approved, ${published} releases published`);
}

async function submit(hub: Hub, { from, ...what }: DemoSubmission): Promise<void> {
  const csv = 'file' in from ? readFigures(from.file) : await count(hub, what, from.fields);
  const { report } = await done<{ report: { submission: Versioned | null; problems: object[] } }>(
    hub,
    'mutation ($input: SubmitFiguresInput!) { report: submitFigures(input: $input) { submission { id version } problems { line reason } } }',
    { ...what, csv },
  );
  if (!report.submission) throw new Error(`Figures of the demo were refused: ${JSON.stringify(report.problems)}`);

  const { id, version } = report.submission;
  const steps = [
    `signOffSubmission(input: { id: $id, expectedVersion: ${version}, by: "Head of the organisation" }) { id }`,
    `approveSubmission(input: { id: $id, expectedVersion: ${version + 1}, by: "Leader of the partnership" }) { id }`,
    ...NETWORKS.map(
      (network, i) =>
        `approveSubmission(input: { id: $id, expectedVersion: ${version + 2 + i}, networkId: "${network}", by: "Coordinator of the network" }) { id }`,
    ),
  ];
  await answer(hub, `mutation ($id: ID!) { ${steps.map((step, i) => `step${i}: ${step}`).join(' ')} }`, { id });
}

const readFigures = (file: string): string =>
  readFileSync(path.join(projectRoot(), 'infra/demo-figures', file), 'utf8');

/** What the partner's own records say; one header for all. */
async function count(
  hub: Hub,
  { organisationId, dataset, period }: Omit<DemoSubmission, 'from'>,
  fields: readonly CountingField[],
): Promise<string> {
  const parts: string[] = [];
  for (const field of fields) {
    const rates = field === 'municipalityFigures' || field === 'marketplaceFigures' ? ', rates: $rates' : '';
    const { figures } = await answer<{ figures: { csv: string } }>(
      hub,
      `query ($organisation: ID!, $dataset: ID!, $period: String!${rates && ', $rates: [EuroRateInput!]'}) {
        figures: ${field}(organisation: $organisation, dataset: $dataset, period: $period${rates}) { csv } }`,
      { organisation: organisationId, dataset, period, ...(rates ? { rates: ratesOf(period) } : {}) },
    );
    parts.push(parts.length === 0 ? figures.csv : figures.csv.slice(figures.csv.indexOf('\n') + 1));
  }
  return parts.map((part) => part.trimEnd()).join('\n');
}

async function publish(hub: Hub, networkId: string, dataset: string, period: string): Promise<void> {
  const { release } = await done<{ release: Versioned }>(
    hub,
    'mutation ($input: AssembleReleaseInput!) { release: assembleRelease(input: $input) { id version } }',
    { networkId, dataset, period },
  );
  const approved = await change(hub, 'approveRelease', { ...release, by: 'Board of the network' });
  await change(hub, 'publishRelease', approved);
}

/** One step of a row's life, by its version. */
async function change<T extends Versioned>(hub: Hub, mutation: string, { version, ...input }: T): Promise<Versioned> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const { row } = await done<{ row: Versioned }>(
    hub,
    `mutation ($input: ${type}!) { row: ${mutation}(input: $input) { id version } }`,
    { ...input, expectedVersion: version },
  );
  return row;
}

const done = <D>(hub: Hub, mutation: string, input: object): Promise<D> => answer<D>(hub, mutation, { input });

async function answer<D>(hub: Hub, query: string, variables: Record<string, unknown>): Promise<D> {
  const { data, errors } = await ask<D>(hub, query, variables);
  if (errors || !data) throw new Error(`The demo's outcomes cannot be published: ${errors?.[0]?.message}`);
  return data;
}
