import type { ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually, Hub } from '../kit/hub.ts';
import type { Answer } from '../kit/subgraph.ts';

const question = readFileSync('gateway/first-question.graphql', 'utf8');
const hub = new Hub();

beforeAll(() => hub.start(), 120_000);
afterAll(() => hub.remove(), 30_000);

it('composes its graph anew from what its subgraphs say, and breaks nothing by that', async () => {
  await hub.ask(question);
  const headers = { authorization: `Bearer ${hub.operatorToken}` };
  const response = await fetch(`${hub.url}subgraphs/cps`, { method: 'PUT', headers });

  expect([response.status, await response.json()]).toEqual([200, expect.objectContaining({ breaks: [] })]);
});

it('has in each subgraph what the others told it: no event of the demo is set aside', async () => {
  const needs = async () =>
    (await hub.ask('{ needsToAnswer(territory: "PL_1203053") { title activity { code } } }')).data;
  const borrowing = JSON.stringify({ title: 'Tools to borrow', activity: null });
  await eventually(async () => JSON.stringify(await needs()).includes(borrowing));

  const logs = path.join(hub.home, 'logs');
  for (const file of readdirSync(logs)) expect(readFileSync(path.join(logs, file), 'utf8')).not.toContain('set aside');
});

describe('the first question', () => {
  let answer: Answer;
  beforeAll(async () => {
    answer = await hub.ask(question);
  });

  it('is answered by six organisations together, without an error', () => {
    expect(answer.errors).toBeUndefined();
    const [partnership] = answer.data?.partnerships.nodes ?? [];
    expect(partnership).toMatchObject({
      since: '2004-01-01',
      until: '2008-12-31',
      leader: { sector: 'PUBLIC', organisation: { name: 'Ośrodek Kultury im. C. K. Norwida' } },
      territory: { code: 'PL_1261011', name: 'Kraków', level: 'LOCAL', parent: { code: 'PL_1261' } },
    });
    const sectors = new Set(partnership.partners.nodes.map(({ sector }: { sector: string }) => sector));
    expect([...sectors].sort()).toEqual(['NON_GOVERNMENTAL', 'PRIVATE', 'PUBLIC']);
  });

  it('finds the 11 manufactories of Nowa Huta, each with the parts of five subgraphs', () => {
    const { totalCount, nodes } = answer.data?.manufactories ?? {};

    expect(totalCount).toBe(11);
    expect(nodes).toHaveLength(11);
    for (const manufactory of nodes) {
      expect(manufactory.idea).toMatchObject({ status: 'VERIFIED' });
      expect(manufactory.parentInstitution.organisation.name).toEqual(expect.any(String));
      expect(manufactory.territory.code).toMatch(/^PL_1261011-D1[45678]$/);
      expect(manufactory.services.nodes.length).toBeGreaterThan(0);
      expect(manufactory.incentives.nodes.length === 0 && manufactory.publicCost !== null).toBe(false);
    }
    expect(new Set(nodes.map(({ territory }: { territory: { code: string } }) => territory.code)).size).toBe(5);
  });

  it('shows as public cost what was paid, and nothing where currencies differ', () => {
    const nodes: { publicCost: unknown; incentives: { nodes: { amount: { currency: string } }[] } }[] =
      answer.data?.manufactories.nodes;
    const mixed = nodes.filter(
      ({ incentives }) => new Set(incentives.nodes.map(({ amount }) => amount.currency)).size > 1,
    );

    expect(mixed).toHaveLength(1);
    expect(mixed[0]?.publicCost).toBeNull();
    expect(nodes.filter(({ publicCost }) => publicCost !== null).length).toBeGreaterThan(5);
  });

  it('is what README shows', () => {
    const readme = readFileSync('README.md', 'utf8');

    expect(readme).toContain(question.trim());
    const shown = JSON.parse(/```json\n(.*?)```/s.exec(readme)?.[1] ?? '');
    expect(shown).toEqual(answer);
  });
});

it('is answered as well by a gateway that is started alone, wherever the hub is', async () => {
  const alone = await hub.runGateway(hub.port + 7);
  const response = await fetch(`http://127.0.0.1:${hub.port + 7}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: question }),
  });
  alone.kill();

  expect(await response.json()).toEqual(await hub.ask(question));
}, 30_000);

/** The fields of the question that each subgraph supplies: without it, just these are null. */
const SUPPLIES: Record<string, string[]> = {
  partnership: ['partnerships', 'organisation'],
  municipality: ['incentives', 'publicCost'],
  cps: ['idea'],
  institutions: ['manufactories'],
  marketplace: ['services'],
  outcomes: ['territory'],
};

function without(fields: string[], value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => without(fields, item));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, fields.includes(key) ? null : without(fields, inner)]),
  );
}

describe('a subgraph that stops', () => {
  it.each(Object.keys(SUPPLIES))(
    'takes its own fields with it and no others, is named, and is picked up again: %s',
    async (name) => {
      const whole = await hub.ask(question);
      hub.kill(`subgraphs/${name}`);
      await eventually(async () => !(await ready())[name]);

      const answer = await hub.ask(question, {}, { 'cache-control': 'no-store' }); // what is kept is still true
      expect(answer.data).toEqual(without(SUPPLIES[name] ?? [], whole.data));
      expect(answer.errors?.length).toBeGreaterThan(0);
      for (const { extensions } of answer.errors ?? []) {
        expect(extensions).toEqual(expect.objectContaining({ code: 'SUBGRAPH_UNAVAILABLE', service: name }));
      }
      expect(JSON.stringify(answer)).not.toMatch(/ECONNREFUSED|127\.0\.0\.1|at .*\.ts/);
      expect(await ready()).toMatchObject({ [name]: false, status: 503 });
      expect(hub.output).toContain(`${name} stopped; the others go on`);

      const alone = await hub.runSubgraph(name);
      await eventually(async () => (await ready())[name] === true);
      expect(await hub.ask(question)).toEqual(whole);
      again.push(alone); // it goes on in the place of the one that was killed
    },
    90_000,
  );

  const again: ChildProcess[] = [];
  afterAll(() => {
    for (const child of again) child.kill();
  });

  async function ready(): Promise<Record<string, unknown>> {
    const response = await fetch(`${hub.url}ready`);
    const { subgraphs } = (await response.json()) as { subgraphs: { name: string; answers: boolean }[] };
    return { status: response.status, ...Object.fromEntries(subgraphs.map(({ name, answers }) => [name, answers])) };
  }
});
