import { expect, it } from '@jest/globals';
import { v4 } from 'uuid';
import { read } from '../../../test/kit/ask.ts';
import { organisation } from '../../../test/kit/given-partnership.ts';
import { actsOn, edit } from '../../../test/kit/partnership-acts.ts';
import { SubgraphUnderTest } from '../../../test/kit/subgraph.ts';
import { partnership } from '../subgraph.ts';

const subgraph = new SubgraphUnderTest(partnership);
const act = actsOn(subgraph);

const register = (input: object = {}) =>
  act('registerOrganisation', { name: 'Theatre', krs: '0000012345', territory: 'PL_1261011', ...input });

it('registers an organisation, which is its own owner, and changes what it is told to', async () => {
  await subgraph.given();

  const registered = await register();
  const renamed = await act('changeOrganisation', { ...edit(registered), name: 'Stage', nip: '0123456789' });
  const moved = await act('changeOrganisation', { ...edit(renamed), krs: null, territory: 'PL_1203053' });

  const krs = { scheme: 'PL-KRS', value: '0000012345' };
  const nip = { scheme: 'PL-NIP', value: '0123456789' };
  expect(registered).toMatchObject({ name: 'Theatre', identifiers: [krs], territory: { code: 'PL_1261011' } });
  expect(renamed).toMatchObject({ id: registered.id, name: 'Stage', identifiers: [krs, nip], version: 2 });
  expect(moved).toMatchObject({ name: 'Stage', identifiers: [nip], territory: { code: 'PL_1203053' }, version: 3 });
  const owners = await subgraph.orm.em.fork().execute('select id = organisation_id as own from organisation');
  expect(owners).toEqual([{ own: true }]);
});

it.each([
  ['name', { name: ' ' }],
  ['krs', { krs: '12345' }],
  ['nip', { nip: '012345678X' }],
  ['regon', { regon: '35000000000000' }],
  ['territory', { territory: '1261011' }],
])('refuses a wrong %s, in a new organisation and in one that is there', async (field, wrong) => {
  const there = organisation('There');
  await subgraph.given(there);

  expect(await register(wrong)).toMatchObject({ code: 'INVALID', field });
  expect(await act('changeOrganisation', { id: there.id, expectedVersion: 1, ...wrong })).toMatchObject({
    code: 'INVALID',
    field,
  });
  expect((await read(subgraph, '{ organisations { totalCount } }')).organisations.totalCount).toBe(1);
});

it('gives one organisation one id: a second with the same KRS is refused', async () => {
  const there = organisation('There', { krs: '0000012345' });
  await subgraph.given(there);

  expect(await register()).toMatchObject({
    code: 'CONFLICT',
    refused: expect.stringContaining('organisation_krs_unique'),
  });
  expect(await register({ krs: null })).toMatchObject({ name: 'Theatre' });
});

it('changes nothing that was changed since, or that is not there', async () => {
  const there = organisation('There');
  await subgraph.given(there);

  const change = (id: string, expectedVersion: number) =>
    act('changeOrganisation', { id, expectedVersion, name: 'Here' });
  expect(await change(there.id, 2)).toMatchObject({ code: 'CONFLICT', version: 1 });
  expect(await change(`Organisation_${v4()}`, 1)).toMatchObject({ code: 'NOT_FOUND' });
});

it.each([
  ['teatr', ['Mały Teatr', 'Teatr 100%']],
  ['100%', ['Teatr 100%']],
  ['%', ['Teatr 100%']],
  ['_', ['Dom_kultury']],
  ['\\', ['Dom\\Kultury']],
  ['mały', ['Mały Teatr']],
  ['opera', []],
  ['', ['Dom_kultury', 'Dom\\Kultury', 'Mały Teatr', 'Teatr 100%']],
])('finds organisations with %j in their name', async (name, expected) => {
  await subgraph.given(...['Teatr 100%', 'Mały Teatr', 'Dom_kultury', 'Dom\\Kultury'].map((one) => organisation(one)));

  const source = 'query ($name: String) { organisations(filter: { name: $name }) { totalCount nodes { name } } }';
  const { totalCount, nodes } = (await read(subgraph, source, { name })).organisations;

  expect(nodes.map((node: { name: string }) => node.name).sort()).toEqual([...expected].sort());
  expect(totalCount).toBe(expected.length);
});
