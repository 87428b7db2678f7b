import { describe, expect, it } from '@jest/globals';
import { getNamedType, isObjectType } from 'graphql';
import { ANONYMOUS, OPERATOR } from '../../shared/trust/caller.ts';
import { ReleaseStatus } from '../../subgraphs/outcomes/release/release.ts';
import { outcomes } from '../../subgraphs/outcomes/subgraph.ts';
import { read, readPages } from '../kit/ask.ts';
import { network, publishedFigures, publishedRelease } from '../kit/given-outcomes.ts';
import { assemble } from '../kit/release-acts.ts';
import { SubgraphUnderTest } from '../kit/subgraph.ts';
import { QUESTIONS, REGION } from './questions.ts';
import { BEFORE, NOW, type People, publishWorld, submitPeople } from './twin-worlds.ts';

const subgraph = new SubgraphUnderTest(outcomes);

const [D16, D17, D18, ELSEWHERE] = ['PL_1261011-D16', 'PL_1261011-D17', 'PL_1261011-D18', 'PL_1203053'] as const;

const asked = async (question: string, caller = ANONYMOUS) => {
  const answer = await subgraph.ask(question, {}, caller);
  return nameless(JSON.stringify({ answer, sql: subgraph.sql.map(untimed).toSorted() }));
};

/** What a statement takes, and which of those that run side by side is first, is chance. */
const untimed = (statement: string): string => statement.replace(/took \d+ ms/, '');

/** Ids are made by chance: only which of them are equal counts. */
function nameless(text: string): string {
  const ids = new Map<string, number>();
  return text.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => {
    ids.set(id, ids.get(id) ?? ids.size);
    return `#${ids.get(id)}`;
  });
}

async function allAnswers(caller = ANONYMOUS): Promise<Record<string, string>> {
  const answers: Record<string, string> = {};
  for (const [name, question] of Object.entries(QUESTIONS)) answers[name] = await asked(question, caller);
  return answers;
}

/** The questions that are answered by something else in the two. */
const told = (one: Record<string, string>, other: Record<string, string>): string[] =>
  Object.keys(one).filter((name) => one[name] !== other[name]);

/** Each year's twins have the same public figures, and others where nothing is published. */
const TWINS: [string, People, People[]][] = [
  [
    'a small figure and the one that protects it',
    { [D16]: 60, [ELSEWHERE]: 40 },
    [
      { [D17]: 14, [D18]: 3 },
      { [D17]: 8, [D18]: 9 },
    ],
  ],
  [
    'a city that is hidden as a whole, with a zero in it',
    { [ELSEWHERE]: 40, PL_1201011: 30 },
    [
      { [D17]: 0, [D18]: 5 },
      { [D17]: 5, [D18]: 0 },
      { [D17]: 2, [D18]: 3 },
    ],
  ],
];

describe.each(TWINS)('with %s', (_, open, hidden) => {
  const worlds = hidden.map((now, i) => ({
    before: { ...open, ...hidden[(i + 1) % hidden.length] },
    now: { ...open, ...now },
  }));

  it('answers every question alike, and by the same statements, whatever is behind what is hidden', async () => {
    const answers: Record<string, string>[] = [];
    for (const world of worlds) {
      await publishWorld(subgraph, world);
      answers.push({ ...(await allAnswers()), ...mapKeys(await allAnswers(OPERATOR)) });
      expect(await hiddenIn([D17, D18])).toEqual([D17, D18]);
    }

    for (const answer of answers) expect(told(answer, answers[0] ?? {})).toEqual([]);
  }, 120_000);

  it('tells of a figure that is published by other answers', async () => {
    const [first] = worlds;
    if (!first) throw new Error('There are several.');
    await publishWorld(subgraph, first);
    const before = await allAnswers();
    await publishWorld(subgraph, { ...first, now: { ...first.now, [ELSEWHERE]: 41 } });

    expect(told(await allAnswers(), before)).toContain('the release itself');
  }, 60_000);

  it('has no answer to read it from in the tables that hold it: they may as well be away', async () => {
    await publishWorld(subgraph, worlds[0] as (typeof worlds)[number]);
    const before = await allAnswers();
    const em = subgraph.orm.em.fork();
    const tables = ['withheld_figures', 'figure', 'submission', 'approval'];
    for (const table of tables) await em.execute(`alter table ${table} rename to ${table}_away`);
    const without = await allAnswers().finally(async () => {
      for (const table of tables) await em.execute(`alter table ${table}_away rename to ${table}`);
    });

    expect(told(without, before)).toEqual([]);
  }, 60_000);
});

const mapKeys = (answers: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(answers).map(([name, answer]) => [`${name}, as operator`, answer]));

interface Told {
  code: string;
  parent: { code: string } | null;
  outcomes: {
    value: number | null;
    period: string;
    change: number | null;
    fallback: { value: number; territory: { code: string } } | null;
  }[];
}

/** What the graph tells of the region and all beneath, of one period. */
async function everywhere(period: string): Promise<Map<string, Told>> {
  const source = `query ($after: String) { territories(filter: { territory: "PL21" }, first: 100, after: $after) {
    pageInfo { hasNextPage endCursor } nodes { code parent { code } outcomes(dataset: "PEOPLE", indicators: ["EECO01"],
      period: "${period}") { value period change fallback { value territory { code } } } } } }`;
  const pages = await readPages(subgraph, source, ({ territories }) => territories);
  const shown = pages.flatMap(({ nodes }) => nodes) as Told[];
  expect(shown).toHaveLength(REGION.length);
  return new Map(shown.map((one) => [one.code, one]));
}

const hiddenIn = async (codes: readonly string[]): Promise<string[]> => {
  const shown = await everywhere(NOW);
  return codes.filter((code) => shown.get(code)?.outcomes[0]?.value === null);
};

/** What parents less their children tell: of a child that is hidden alone its figure, of several that they are few. */
async function foundOut(period: string): Promise<string[]> {
  const shown = await everywhere(period);
  const value = (code: string): number | null => shown.get(code)?.outcomes[0]?.value ?? null;
  return [...shown.keys()].flatMap((code) => {
    const children = REGION.filter(({ parentCode }) => parentCode === code).map((child) => child.code);
    const hidden = children.filter((child) => value(child) === null);
    const whole = value(code);
    if (whole === null || hidden.length === 0) return [];
    const left = whole - children.reduce((sum, child) => sum + (value(child) ?? 0), 0);
    if (hidden.length === 1) return [`${hidden[0]} is ${left}`];
    return left < 10 ? [`${hidden.join()} are ${left}`] : [];
  });
}

it('finds a figure out by its parent less its siblings where it is hidden alone', async () => {
  const region = network('Małopolska', 'PL21');
  const release = publishedRelease(region, 'PEOPLE', NOW, ['EECO01']);
  const chain = ['PL21', 'PL213', 'PL_1261', 'PL_1261011'];
  await subgraph.given(region, release);
  const rows = [
    ...chain.map((code) => publishedFigures(release, code, [63])),
    publishedFigures(release, D16, [60]),
    publishedFigures(release, D18, [null]),
  ];
  await subgraph.orm.em.fork().persist(rows).flush();

  expect(await foundOut(NOW)).toEqual([`${D18} is 3`]);
});

it('finds nothing out so in what is published, nor that what is hidden is little', async () => {
  for (const [, open, hidden] of TWINS) {
    await publishWorld(subgraph, { before: { ...open, ...hidden[0] }, now: { ...open, ...hidden[1] } });

    expect(await foundOut(NOW)).toEqual([]);
    expect(await foundOut(BEFORE)).toEqual([]);
  }
}, 60_000);

it('tells by a fallback, and by a change, nothing that it does not tell anyway', async () => {
  const before = { [D16]: 60, [D17]: 0, [D18]: 20, [ELSEWHERE]: 40, PL_1201011: 30 };
  const now = { [D16]: 60, [D17]: 25, [D18]: 3, [ELSEWHERE]: 52, PL_1201011: 30 };
  await publishWorld(subgraph, { before, now });

  const [earlier, later] = [await everywhere(BEFORE), await everywhere(NOW)];
  let fallbacks = 0;
  let changes = 0;
  for (const [code, { outcomes: shown }] of later) {
    const [one] = shown;
    const was = earlier.get(code)?.outcomes[0]?.value ?? null;
    const both = one?.value != null && was !== null;
    expect(one?.change).toBe(both ? (one?.value as number) - (was as number) : null);
    if (one?.change) changes += 1;
    if (one?.value != null) expect(one.fallback).toBeNull();
    if (!one?.fallback) continue;
    fallbacks += 1;
    expect(later.get(one.fallback.territory.code)?.outcomes[0]?.value).toBe(one.fallback.value);
    expect(code).not.toBe(one.fallback.territory.code);
  }
  expect(fallbacks).toBeGreaterThan(1);
  expect(changes).toBeGreaterThan(1);
}, 60_000);

it('answers the public as if a release that is not published did not exist', async () => {
  const world = { [D16]: 60, [D17]: 14, [D18]: 30, [ELSEWHERE]: 40 };
  const region = await publishWorld(subgraph, { before: world, now: world });
  const before = await allAnswers();
  await submitPeople(subgraph, region, '2007', { ...world, [D18]: 99 });
  const { id } = await assemble(subgraph, region, { dataset: 'PEOPLE', period: '2007' });
  const statuses = await subgraph.orm.em.fork().execute('select status from release where period = ?', ['2007']);

  expect(statuses).toEqual([{ status: ReleaseStatus.DRAFT }]);
  expect(told(await allAnswers(), before)).toEqual([]);
  const named = (release: string) =>
    read(subgraph, `{ territory(code: "${D18}") { outcomes(dataset: "PEOPLE", release: "${release}") { value } } }`);
  expect(await named(id)).toEqual({ territory: { outcomes: [] } });
}, 60_000);

it('lets nobody ask by a figure: no argument of what gives observations takes one', () => {
  const types = Object.values(subgraph.schema.getTypeMap()).filter((type) => isObjectType(type));
  const fields = types.flatMap((type) => Object.values(type.getFields()));
  const args = fields
    .filter(({ type }) => ['Observation', 'ObservationConnection'].includes(getNamedType(type).name))
    .flatMap((field) => field.args.map(({ name }) => name));

  expect([...new Set(args)].sort()).toEqual(
    ['after', 'breakdown', 'dataset', 'descending', 'first', 'indicator', 'indicators', 'network', 'period']
      .concat(['periods', 'release', 'stepsDown', 'territories', 'within'])
      .sort(),
  );
});
