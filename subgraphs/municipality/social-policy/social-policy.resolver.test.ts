import { beforeEach, expect, it } from '@jest/globals';
import { v4 } from 'uuid';
import { read, readEntities } from '../../../test/kit/ask.ts';
import { municipalityOf, socialPolicy } from '../../../test/kit/given-municipality.ts';
import { mutate } from '../../../test/kit/municipality-writes.ts';
import { refusedField } from '../../../test/kit/refused-field.ts';
import { SubgraphUnderTest } from '../../../test/kit/subgraph.ts';
import type { Municipality } from '../municipality/municipality.ts';
import { municipality } from '../subgraph.ts';

const subgraph = new SubgraphUnderTest(municipality);
let krakow: Municipality;
beforeEach(() => {
  krakow = municipalityOf('PL_1261011');
});

it('adopts a policy, which holds from the day of its resolution where no other is said', async () => {
  await subgraph.given(krakow);
  const input = { municipalityId: krakow.id, title: 'Work', resolutionNumber: 'XII/1', on: '2026-03-01' };

  const { row } = await mutate(
    subgraph,
    'adoptSocialPolicy',
    input,
    'version title resolutionNumber adoptedOn validFrom validUntil municipality { id } territory { code }',
  );

  expect(row).toEqual({
    version: 1,
    title: 'Work',
    resolutionNumber: 'XII/1',
    adoptedOn: '2026-03-01',
    validFrom: '2026-03-01',
    validUntil: null,
    municipality: { id: krakow.id },
    territory: { code: 'PL_1261011' },
  });
});

it.each([
  ['holds before it is adopted', { validFrom: '2005-11-22' }, 'valid_from'],
  ['ends before it begins', { validUntil: '2005-12-31' }, 'valid_until'],
])('refuses a policy that %s', (_, facts, field) => {
  expect(refusedField(socialPolicy(krakow, 'Work', facts))).toBe(field);
});

it.each([
  ['an empty title', { title: '' }, { code: 'INVALID', field: 'title' }],
  ['an end before the beginning', { validUntil: '2026-02-28' }, { code: 'INVALID', field: 'valid_until' }],
  ['no municipality', { municipalityId: `Municipality_${v4()}` }, { code: 'NOT_FOUND' }],
])('refuses to adopt a policy with %s', async (_, facts, refusal) => {
  await subgraph.given(krakow);
  const input = { municipalityId: krakow.id, title: 'Work', resolutionNumber: 'XII/1', on: '2026-03-01', ...facts };

  expect((await mutate(subgraph, 'adoptSocialPolicy', input)).refusal).toMatchObject(refusal);
  expect((await read(subgraph, '{ socialPolicies { totalCount } }')).socialPolicies.totalCount).toBe(0);
});

it.each([
  ['{}', ['old', 'new', 'other']],
  ['{ validOn: "2005-12-31" }', []],
  ['{ validOn: "2006-12-31" }', ['old']],
  ['{ validOn: "2007-01-01" }', ['new']],
  ['{ territory: "PL213" }', ['old', 'new']],
  ['{ territory: "PL_1203053", validOn: "2030-01-01" }', ['other']],
])('lists and counts the policies of the filter %s, the oldest first', async (filter, expected) => {
  const trzebinia = municipalityOf('PL_1203053');
  await subgraph.given(
    krakow,
    trzebinia,
    socialPolicy(trzebinia, 'other', { adoptedOn: '2020-01-01', validFrom: '2020-01-01' }),
    socialPolicy(krakow, 'new', { adoptedOn: '2006-12-01', validFrom: '2007-01-01', validUntil: '2010-12-31' }),
    socialPolicy(krakow, 'old', { validUntil: '2006-12-31' }),
  );

  const { socialPolicies } = await read(
    subgraph,
    `{ socialPolicies(filter: ${filter}) { totalCount nodes { title } } }`,
  );

  expect(socialPolicies).toEqual({ totalCount: expected.length, nodes: expected.map((title) => ({ title })) });
});

it('finds policies by id and by key, asked out of order and for keys without a row', async () => {
  const [one, other] = [socialPolicy(krakow, 'one'), socialPolicy(krakow, 'other')];
  await subgraph.given(krakow, one, other);

  const found = await readEntities(subgraph, 'SocialPolicy', [other.id, `SocialPolicy_${v4()}`, one.id], 'title');

  expect(found).toEqual([{ title: 'other' }, null, { title: 'one' }]);
  expect(subgraph.sql).toHaveLength(1);
  const query = 'query ($id: ID!) { socialPolicy(id: $id) { title } }';
  expect(await read(subgraph, query, { id: one.id })).toEqual({ socialPolicy: { title: 'one' } });
  expect(await read(subgraph, query, { id: krakow.id })).toEqual({ socialPolicy: null });
});
