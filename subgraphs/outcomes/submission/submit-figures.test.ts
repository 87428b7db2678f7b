import { beforeEach, describe, expect, it } from '@jest/globals';
import { v4 } from 'uuid';
import { act, read } from '../../../test/kit/ask.ts';
import { SubgraphUnderTest } from '../../../test/kit/subgraph.ts';
import { outcomes } from '../subgraph.ts';
import { countsOf } from './figures.ts';

const subgraph = new SubgraphUnderTest(outcomes);
const [organisationId, partnershipId] = [v4(), v4()];
const whose = { organisationId: `Organisation_${organisationId}`, partnershipId: `Partnership_${partnershipId}` };
const HEADER = 'indicator,category,territory,value';
const csvOf = (...lines: string[]) => [HEADER, ...lines].join('\n');
const PEOPLE = csvOf('EECO01,,PL_1261011,12', 'NH-T1,,PL_1261011,37.50');

/** Answers differ by their facts; the text is for people. */
const submit = async (more: object = {}) => {
  const input = { ...whose, dataset: 'PEOPLE', period: '2025', csv: PEOPLE, ...more };
  const answer = await act(
    subgraph,
    'submitFigures',
    input,
    'rows problems { line column reason } submission { id version number status submittedOn figureCount }',
  );
  return { ...answer, uuid: answer.row?.submission?.id.split('_')[1] as string };
};
const countOf = async (uuid: string, indicator: string) =>
  (await countsOf(subgraph.orm.em.fork(), [uuid], indicator)).get('')?.get('PL_1261011');
const rowsOf = async (table: string) =>
  Number((await subgraph.orm.em.fork().execute<{ count: string }[]>(`select count(*) from ${table}`))[0]?.count);

describe('figures that are submitted', () => {
  beforeEach(() => subgraph.given());

  it('are stored exactly, and the graph shows how many there are', async () => {
    const { row, uuid } = await submit({ on: '2026-02-01' });

    expect(row).toMatchObject({ rows: 2, problems: [] });
    expect(row?.submission).toMatchObject({
      version: 1,
      number: 1,
      status: 'SUBMITTED',
      submittedOn: '2026-02-01',
      figureCount: 2,
    });
    expect(await countOf(uuid, 'EECO01')).toBe(12);
    expect(await countOf(uuid, 'NH-T1')).toBe(3750);
    expect(await subgraph.events()).toEqual([]); // they are nobody's business
  });

  it('are all refused for one that is wrong, with the line and the column', async () => {
    const { row, code } = await submit({ csv: csvOf('EECO01,,PL_1261011,12', 'EECO01,,PL_1203053,many') });

    expect(code).toBeUndefined();
    expect(row).toMatchObject({ submission: null, problems: [{ line: 3, column: 'value' }] });
    expect([await rowsOf('submission'), await rowsOf('figure')]).toEqual([0, 0]);
  });

  it('are judged together, too', async () => {
    const { row } = await submit({ csv: csvOf('EECO01,,PL_1261011,1', 'EECO01,,PL_1261011-D18,1') });

    expect(row).toMatchObject({ submission: null, rows: 2, problems: [{ line: 3, column: 'territory' }] });
  });

  it('replace what the same partner submitted of the same, which stays with its figures', async () => {
    const first = await submit();
    const other = await submit({ organisationId: `Organisation_${v4()}` });
    const second = await submit({ csv: csvOf('EECO01,,PL_1261011,13') });
    const third = await submit({ csv: csvOf('EECO01,,PL_1261011,14') });

    const { submissions } = await read(subgraph, '{ submissions { nodes { id number status figureCount } } }');
    const stateOf = ({ row }: typeof first) =>
      submissions.nodes.find(({ id }: { id: string }) => id === row?.submission.id);
    expect(stateOf(first)).toMatchObject({ number: 1, status: 'REPLACED', figureCount: 2 });
    expect(stateOf(other)).toMatchObject({ number: 1, status: 'SUBMITTED' });
    expect(stateOf(second)).toMatchObject({ number: 2, status: 'REPLACED', figureCount: 1 });
    expect(stateOf(third)).toMatchObject({ number: 3, status: 'SUBMITTED' });
    expect(await countOf(first.uuid, 'EECO01')).toBe(12);
  });

  it('number themselves one after the other, whoever comes at the same time', async () => {
    const all = await Promise.all(Array.from({ length: 5 }, () => submit()));

    expect(all.map(({ row }) => row?.submission.number).sort()).toEqual([1, 2, 3, 4, 5]);
    const { submissions } = await read(subgraph, '{ submissions(filter: { status: SUBMITTED }) { nodes { number } } }');
    expect(submissions.nodes).toEqual([{ number: 5 }]);
  });

  it('are stored once for one idempotency key', async () => {
    const once = { idempotencyKey: v4() };
    const [first, again] = [await submit(once), await submit(once)];

    expect(again.uuid).toBe(first.uuid);
    expect(await rowsOf('figure')).toBe(2);
  });

  it.each([
    [{ period: '2025-Q1' }, 'period'], // people are counted by year
    [{ period: '2025-S1' }, 'period'],
    [{ period: 'last year' }, 'period'],
    [{ period: '2025', on: '2025-12-31' }, 'period'],
    [{ period: '2999' }, 'period'],
    [{ dataset: 'MANUFACTORIES', period: '2025' }, 'period'],
    [{ dataset: 'PERSONS' }, 'dataset'],
    [{ on: '2999-01-01' }, 'on'],
    [{ organisationId: `Partner_${v4()}` }, 'organisationId'],
    [{ partnershipId: v4() }, 'partnershipId'],
  ])('are refused with %j', async (given, field) => {
    expect(await submit(given)).toMatchObject({ row: null, code: 'INVALID', facts: { field } });
    expect(await rowsOf('submission')).toBe(0);
  });

  it('are of a period that is over on the day, which may be the first behind it', async () => {
    expect((await submit({ on: '2026-01-01' })).row?.submission).toBeTruthy();
    const quarter = { dataset: 'MANUFACTORIES', period: '2025-Q4', csv: csvOf('NH-M1,,PL_1261011,3') };
    expect((await submit(quarter)).row?.submission).toBeTruthy();
  });
});
