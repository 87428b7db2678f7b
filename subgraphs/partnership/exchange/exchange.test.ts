import { expect, it } from '@jest/globals';
import { v4 } from 'uuid';
import { read } from '../../../test/kit/ask.ts';
import { ENDED, exchange, partnershipIn } from '../../../test/kit/given-partnership.ts';
import { actsOn, edit } from '../../../test/kit/partnership-acts.ts';
import { refusedField } from '../../../test/kit/refused-field.ts';
import { SubgraphUnderTest } from '../../../test/kit/subgraph.ts';
import type { Partnership } from '../partnership/partnership.ts';
import { partnership } from '../subgraph.ts';
import type { Exchange } from './exchange.ts';

const subgraph = new SubgraphUnderTest(partnership);
const act = actsOn(subgraph);

const plan = ({ id }: Partnership, input: object = {}) =>
  act('planExchange', {
    partnershipId: id,
    title: 'Two towns',
    foreignPartner: 'Verein Werkstatt',
    country: 'DE',
    topic: 'Workshops',
    on: '2006-05-08',
    ...input,
  });

it.each<[string | null, string, Partial<Exchange>]>([
  [null, 'has no end yet', {}],
  [null, 'is with Greece', { country: 'GR' }],
  ['country', 'is with Greece as NUTS calls it', { country: 'EL' }],
  ['country', 'names a country in small letters', { country: 'de' }],
  ['country', 'names a country in words', { country: 'Germany' }],
  ['until', 'ends before it begins', { until: '2006-05-07' }],
  ['title', 'has no title', { title: ' ' }],
  ['foreign_partner', 'has nobody abroad', { foreignPartner: '' }],
  ['topic', 'is about nothing', { topic: '' }],
])('refuses %j of an exchange that %s', (field, _, facts) => {
  expect(refusedField(exchange(partnershipIn('PL_1261011', 'Nowa Huta'), 'Two towns', facts))).toBe(field);
});

it('plans an exchange with a partner abroad, and closes it on its day or earlier', async () => {
  const here = partnershipIn('PL_1261011', 'Nowa Huta');
  await subgraph.given(here);

  const planned = await plan(here, { until: '2007-12-31' });
  const closed = await act('closeExchange', { ...edit(planned), on: '2007-06-15' });

  const facts = { title: 'Two towns', foreignPartner: 'Verein Werkstatt', country: 'DE', topic: 'Workshops' };
  expect(planned).toEqual({ id: planned.id, ...facts, since: '2006-05-08', until: '2007-12-31', version: 1 });
  expect(closed).toEqual({ ...planned, until: '2007-06-15', version: 2 });
  expect(await act('closeExchange', { ...edit(closed), on: '2007-06-15' })).toMatchObject({ code: 'CONFLICT' });
  expect(await act('closeExchange', { ...edit(closed), on: '2006-05-07' })).toMatchObject({ code: 'INVALID' });
});

it.each([
  ['in its own country', 'INVALID', { country: 'PL' }],
  ['in its own country, in small letters', 'INVALID', { country: 'pl' }],
  ['with nobody', 'INVALID', { foreignPartner: ' ' }],
  ['of a partnership that is not there', 'NOT_FOUND', { partnershipId: `Partnership_${v4()}` }],
  ['of something else', 'INVALID', { partnershipId: `Partner_${v4()}` }],
])('plans no exchange %s (%s)', async (_, code, wrong) => {
  const here = partnershipIn('PL_1261011', 'Nowa Huta');
  await subgraph.given(here);

  expect(await plan(here, wrong)).toMatchObject({ code });
});

it('knows that Greece is EL as a place, and GR as a country', async () => {
  const athens = partnershipIn('EL30', 'Athens');
  await subgraph.given(athens);

  expect(await plan(athens, { country: 'GR' })).toMatchObject({ code: 'INVALID', field: 'country' });
  expect(await plan(athens, { country: 'PL' })).toMatchObject({ country: 'PL' });
});

it('plans nothing for a partnership that has ended', async () => {
  const over = partnershipIn('PL_1261011', 'Over', '2004-07-01', ENDED);
  await subgraph.given(over);

  expect(await plan(over)).toMatchObject({ code: 'CONFLICT', refused: expect.stringContaining('"Over" ended') });
});

it('lists exchanges by country, of all partnerships and of one', async () => {
  const [here, there] = [partnershipIn('PL_1261011', 'here'), partnershipIn('PL_1203053', 'there')];
  await subgraph.given(
    here,
    there,
    exchange(here, 'late', { since: '2007-01-01', country: 'IT' }),
    exchange(here, 'early'),
    exchange(there, 'other', { since: '2025-01-01' }),
  );
  const source = `{ exchanges(filter: { country: "DE" }) { totalCount nodes { title partnership { name } } }
    partnership(id: "${here.id}") { exchanges { totalCount nodes { title } } } }`;

  const data = await read(subgraph, source);

  expect(data.exchanges).toEqual({
    totalCount: 2,
    nodes: [
      { title: 'early', partnership: { name: 'here' } },
      { title: 'other', partnership: { name: 'there' } },
    ],
  });
  expect(data.partnership.exchanges).toEqual({ totalCount: 2, nodes: [{ title: 'early' }, { title: 'late' }] });
});
