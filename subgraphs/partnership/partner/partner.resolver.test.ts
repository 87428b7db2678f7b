import { expect, it } from '@jest/globals';
import { v4 } from 'uuid';
import { keyToUuid } from '../../../shared/register/key.ts';
import { load, read, readEntities } from '../../../test/kit/ask.ts';
import { organisation, partner, partnershipIn } from '../../../test/kit/given-partnership.ts';
import { SubgraphUnderTest } from '../../../test/kit/subgraph.ts';
import { partnership } from '../subgraph.ts';
import { PartnerRole } from './partner-role.ts';

const subgraph = new SubgraphUnderTest(partnership);
const HEADER = 'key,partnership,member,sector,role,status,duties,since,until,reason,source';
const line = (key: string, role: string) =>
  `${key},nowa-huta,${key},PUBLIC,${role},ACCEPTED,Ties the others together,2004-07-01,,,`;

async function givenPartnership(): Promise<void> {
  await subgraph.given();
  await load(
    subgraph,
    'importPartnerships',
    'norwid',
    'key,organisation,name,problem,territory,status,since,active_since,until,source',
    'nowa-huta,norwid,Nowa Huta,Unemployment,PL_1261011,ACTIVE,2004-07-01,2004-07-01,,',
  );
}

const leader = async (): Promise<string | undefined> =>
  (await read(subgraph, '{ partnerships { nodes { leader { id } } } }')).partnerships.nodes[0].leader?.id;

it('refuses a second leader of one partnership, with a code, and stores neither', async () => {
  await givenPartnership();

  const source = 'mutation ($csv: String!) { importPartners(partner: "norwid", csv: $csv) { added } }';
  const { errors } = await subgraph.ask(source, {
    csv: [HEADER, line('one', 'LEADER'), line('two', 'LEADER')].join('\n'),
  });

  expect(errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT' });
  expect(errors?.[0]?.message).toContain('one_leader');
  expect(await leader()).toBeUndefined();
});

it('lets another partner lead when one file says so of both', async () => {
  await givenPartnership();
  await load(subgraph, 'importPartners', 'norwid', HEADER, line('one', 'LEADER'), line('two', 'MEDIA'));

  const swapped = [line('one', 'MEDIA'), line('two', 'LEADER')];
  expect(await load(subgraph, 'importPartners', 'norwid', HEADER, ...swapped)).toMatchObject({ changed: 2 });
  expect(await leader()).toBe(`Partner_${keyToUuid('norwid/two')}`);

  const succeeded = [line('two', 'NETWORK'), line('three', 'LEADER')];
  expect(await load(subgraph, 'importPartners', 'norwid', HEADER, ...succeeded)).toMatchObject({ added: 1 });
  expect(await leader()).toBe(`Partner_${keyToUuid('norwid/three')}`);
});

it('has one leader in each partnership, and none where nobody leads yet', async () => {
  const [here, there, nowhere] = [
    partnershipIn('PL_1261011', 'here', '2004-07-01'),
    partnershipIn('PL_1203053', 'there', '2024-07-01'),
    partnershipIn('PL_1203053', 'nowhere', '2026-07-01'),
  ];
  const [one, two] = [organisation('One'), organisation('Two')];
  const hosts = [partner(here, two), partner(there, one), partner(nowhere, one)];
  const leaders = [partner(here, one, PartnerRole.LEADER), partner(there, two, PartnerRole.LEADER)];
  await subgraph.given(here, there, nowhere, one, two, ...hosts, ...leaders);

  const { partnerships } = await read(subgraph, '{ partnerships { nodes { leader { organisation { name } } } } }');

  expect(partnerships.nodes).toEqual([
    { leader: { organisation: { name: 'One' } } },
    { leader: { organisation: { name: 'Two' } } },
    { leader: null },
  ]);
});

it('finds partners by their keys, asked out of order, and what each belongs to', async () => {
  const [here, one] = [partnershipIn('PL_1261011', 'here'), organisation('One')];
  const stranger = organisation('not imported yet');
  const [host, other] = [partner(here, one), partner(here, stranger, PartnerRole.MEDIA)];
  await subgraph.given(here, one, host, other);

  const keys = [other.id, `Partner_${v4()}`, `Organisation_${host.uuid}`, host.id];
  const found = await readEntities(subgraph, 'Partner', keys, 'role partnership { name } organisation { name }');

  expect(found).toEqual([
    { role: 'MEDIA', partnership: { name: 'here' }, organisation: null },
    null,
    null,
    { role: 'PARENT_INSTITUTION', partnership: { name: 'here' }, organisation: { name: 'One' } },
  ]);
  expect(subgraph.sql).toHaveLength(3); // partners, partnerships, organisations
});
