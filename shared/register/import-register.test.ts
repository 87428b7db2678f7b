import { beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { municipality } from '../../subgraphs/municipality/subgraph.ts';
import { SubgraphUnderTest } from '../../test/kit/subgraph.ts';
import { keyToUuid } from './key.ts';

const subgraph = new SubgraphUnderTest(municipality);
const HEADER =
  'key,municipality,scheme,manufactory,parent_institution,kind,status,awarded,currency,awarded_on,ended_on,end_reason,territory,source';
const row = (key: string, cells: Partial<Record<string, string>> = {}): string => {
  const given: Record<string, string> = {
    key,
    municipality: 'krakow',
    manufactory: 'norwid/theatre',
    kind: 'GRANT',
    status: 'AWARDED',
    awarded: '100',
    currency: 'PLN',
    awarded_on: '2006-03-01',
    territory: 'PL_1261011',
    source: '',
    ...cells,
  };
  return HEADER.split(',')
    .map((column) => given[column] ?? '')
    .join();
};

async function load(register: string, csv: string, partner = 'krakow') {
  const answer = await subgraph.ask(
    `mutation ($partner: String!, $csv: String!) { report: ${register}(partner: $partner, csv: $csv) {
      added changed unchanged problems { line column reason } references { line column id } } }`,
    { partner, csv },
  );
  if (answer.errors) throw new Error(answer.errors[0]?.message);
  return answer.data?.report;
}
const incentives = (...lines: string[]) => load('importIncentives', [HEADER, ...lines].join('\n'));
const payments = (...lines: string[]) =>
  load('importIncentivePayments', ['key,incentive,amount,paid_on,source', ...lines].join('\n'));
const stored = async () => (await subgraph.ask('{ incentives(first: 0) { totalCount } }')).data?.incentives.totalCount;

beforeEach(async () => {
  await subgraph.given();
  await load('importMunicipalities', 'key,organisation,name,territory,source\nkrakow,city,Kraków,PL_1261011,');
});

it('stores a register, makes ids from partner and key, and finds the same rows when it is imported again', async () => {
  expect(await incentives(row('a'), row('b'))).toMatchObject({ added: 2, changed: 0, unchanged: 0, problems: [] });
  expect(await incentives(row('a'), row('b', { awarded: '100.5' }))).toMatchObject({
    added: 0,
    changed: 1,
    unchanged: 1,
  });

  const { data } = await subgraph.ask(
    `{ incentive(id: "Incentive_${keyToUuid('krakow/b')}") { version amount { amount currency } } }`,
  );
  expect(data?.incentive).toEqual({ version: 2, amount: { amount: '100.50', currency: 'PLN' } });
});

it('reports every bad row with its line, column and reason, and stores nothing of the file', async () => {
  const report = await incentives(
    row('good'),
    row('bad-kind', { kind: 'LOAN' }),
    row('two', { awarded_on: '2006-02-30', territory: '1261011' }),
    row('good-2', { source: '"over\ntwo lines"' }),
    row('no-such', { municipality: 'warsaw/warsaw' }),
    row('good'),
    row('short').replace(',PLN', ''),
  );

  expect(report).toMatchObject({ added: 0, references: [] });
  expect(report.problems).toEqual([
    { line: 3, column: 'kind', reason: '"LOAN" is none of RENT_RELIEF, GRANT, SOCIAL_CLAUSE, TAX_RELIEF' },
    { line: 4, column: 'awarded_on', reason: '"2006-02-30" is no date like 2006-03-31' },
    { line: 4, column: 'territory', reason: expect.stringContaining('PL_1261011') },
    { line: 7, column: 'municipality', reason: expect.stringContaining('import that register first') },
    { line: 8, column: 'key', reason: '"good" is the key of line 2 too' },
    { line: 9, column: null, reason: expect.stringContaining('has 13 cells where the header has 14') },
  ]);
  expect(await stored()).toBe(0);
});

it.each([
  ['currency', 'ABC'],
  ['currency', 'pln'],
  ['source', 'a\0b'],
  ['awarded_on', '0000-01-01'],
  ['manufactory', '-/-'],
  ['manufactory', 'a/b/c'],
])('refuses the %s %j, which could not be stored or not be read', async (column, cell) => {
  const { problems } = await incentives(row('a', { [column]: cell }));

  expect(problems).toEqual([
    { line: 2, column, reason: expect.stringMatching(/ is no | holds a character that is none/) },
  ]);
});

it('refuses a file with half of a character, by its line', async () => {
  const { problems } = await incentives(row('a'), row('b', { source: 'half \ud83d' }));

  expect(problems).toEqual([{ line: 3, column: null, reason: expect.stringContaining('surrogate') }]);
});

it('repeats no more of a cell, and lists no more problems, than anybody reads', async () => {
  const { problems } = await incentives(row('long', { territory: 'x'.repeat(300_000) }));
  expect(problems[0].reason.length).toBeLessThan(600);

  const report = await incentives(...Array.from({ length: 1002 }, (_, i) => row(`k${i}`, { kind: 'LOAN' })));
  expect(report.problems).toHaveLength(1001);
  expect(report.problems[1000]).toEqual({ line: 1002, column: null, reason: 'and 2 more, from this line on' });
});

it('accepts references to rows of other subgraphs that are not there, and names each once', async () => {
  const { references } = await incentives(row('a'), row('b'), row('c', { manufactory: 'own' }));

  expect(references).toEqual([
    { line: 2, column: 'manufactory', id: `Manufactory_${keyToUuid('norwid/theatre')}` },
    { line: 4, column: 'manufactory', id: `Manufactory_${keyToUuid('krakow/own')}` },
  ]);
});

it('takes the owner of a row from the row that it belongs to', async () => {
  await incentives(row('a'));

  const [found] = await subgraph.orm.em.fork().execute('select organisation_id, territory_path from incentive');
  expect(found).toEqual({
    organisation_id: keyToUuid('krakow/city'),
    territory_path: 'EU/PL/PL2/PL21/PL213/PL_1261/PL_1261011/',
  });
});

describe('what a spreadsheet program makes of a file', () => {
  it.each([
    ['a byte order mark', (csv: string) => `\uFEFF${csv}`],
    ['carriage returns', (csv: string) => csv.replaceAll('\n', '\r\n')],
    ['mixed line ends', (csv: string) => csv.replace('\n', '\r\n')],
    ['empty lines', (csv: string) => `${csv.replaceAll('\n', '\n\n')}\n\n`],
    ['quotes around everything', (csv: string) => csv.replace(/[^,\n]+/g, '"$&"')],
    [
      'other columns first',
      (csv: string) =>
        csv
          .split('\n')
          .map((line) => line.split(',').reverse().join())
          .join('\n'),
    ],
  ])('reads a file with %s', async (_, change) => {
    expect(await load('importIncentives', change([HEADER, row('a'), row('b')].join('\n')))).toMatchObject({
      added: 2,
      problems: [],
    });
  });

  it.each([
    ['', [{ line: 1, column: 'key', reason: 'is missing in the header' }]],
    [
      HEADER.replace('kind', 'sort'),
      [{ column: 'kind' }, { column: 'sort', reason: expect.stringContaining('which has key, municipality') }],
    ],
    [`${HEADER},kind`, [{ column: 'kind', reason: 'is in the header twice' }]],
    [`${HEADER}\n"a`, [{ reason: expect.stringContaining('is no CSV') }]],
  ])('refuses a file that begins %j and says what is wrong', async (csv, problems) => {
    const report = await load('importIncentives', csv);

    for (const problem of problems) expect(report.problems).toContainEqual(expect.objectContaining(problem));
    expect(await stored()).toBe(0);
  });
});

it('never stores a part of a file: as many rows as it has, or none', async () => {
  const cell = fc.record(
    {
      kind: fc.constantFrom('GRANT', 'LOAN', ''),
      awarded: fc.constantFrom('1', '1.234', '-1', '0.5'),
      territory: fc.constantFrom('PL21', 'EU', 'XX'),
    },
    { requiredKeys: [] },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 5 }), async (rows) => {
      await subgraph.orm.em.fork().execute('truncate incentive cascade');
      const report = await incentives(...rows.map((cells, i) => row(`k${i}`, cells)));

      const bad = rows.filter(
        ({ kind, awarded, territory }) =>
          kind === 'LOAN' || kind === '' || awarded === '1.234' || awarded === '-1' || territory === 'XX',
      );
      expect(new Set(report.problems.map(({ line }: { line: number }) => line)).size).toBe(bad.length);
      expect(await stored()).toBe(bad.length === 0 ? rows.length : 0);
    }),
    { numRuns: 25 },
  );
});

it('never lets one partner change a row of another by its uuid', async () => {
  await incentives(row('a'));
  const uuid = keyToUuid('krakow/a');

  const { problems } = await load(
    'importIncentives',
    [HEADER, row(uuid, { municipality: 'krakow/krakow' })].join('\n'),
    'gorlice',
  );
  expect(problems).toEqual([{ line: 2, column: 'key', reason: 'is a row of another register, krakow/a' }]);
});

it.each(['Kraków', '', 'a b', '../x'])('refuses the partner key %j', async (partner) => {
  await expect(load('importIncentives', HEADER, partner)).rejects.toThrow("is no partner's key");
});

describe('payments', () => {
  beforeEach(() => incentives(row('a', { awarded: '100.00' }), row('revoked', { status: 'REVOKED' })));

  it('may not go beyond the award, with those that were paid before, to the cent', async () => {
    expect(await payments('p1,a,60.10,2006-04-01,')).toMatchObject({ added: 1 });

    const report = await payments('p2,a,39.90,2006-05-01,', 'p3,a,0.01,2006-05-02,');
    expect(report.problems).toEqual([
      { line: 3, column: 'amount', reason: expect.stringContaining('beyond the 100.00 PLN') },
    ]);
    expect(await payments('p2,a,39.90,2006-05-01,')).toMatchObject({ added: 1 });
    expect(await payments('p1,a,60.10,2006-04-01,')).toMatchObject({ unchanged: 1 });
  });

  it('may not come before the award, nor on one that was revoked', async () => {
    const { problems } = await payments('p1,a,1,2006-02-28,', 'p2,revoked,1,2006-04-01,');

    expect(problems).toEqual([
      { line: 2, column: 'paid_on', reason: expect.stringContaining('before the award') },
      { line: 3, column: 'incentive', reason: expect.stringContaining('revoked') },
    ]);
  });
});
