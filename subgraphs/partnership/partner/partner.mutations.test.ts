import { expect, it } from '@jest/globals';
import { v4 } from 'uuid';
import { read } from '../../../test/kit/ask.ts';
import { ENDED, INVITED, organisation, partner, partnershipIn } from '../../../test/kit/given-partnership.ts';
import { actsOn, edit } from '../../../test/kit/partnership-acts.ts';
import { SubgraphUnderTest } from '../../../test/kit/subgraph.ts';
import { partnership } from '../subgraph.ts';
import { PartnerRole } from './partner-role.ts';

const subgraph = new SubgraphUnderTest(partnership);
const act = actsOn(subgraph);

/** A partnership that A leads, hosting a manufactory too, with B as a medium and C invited. */
async function given() {
  const here = partnershipIn('PL_1261011', 'Nowa Huta');
  const [a, b, c] = [organisation('A'), organisation('B'), organisation('C')];
  const lead = partner(here, a, PartnerRole.LEADER);
  const host = partner(here, a, PartnerRole.PARENT_INSTITUTION);
  const media = partner(here, b, PartnerRole.MEDIA);
  const asked = partner(here, c, PartnerRole.NETWORK, INVITED);
  await subgraph.given(here, a, b, c, lead, host, media, asked);
  return { here, a, b, c, lead, host, media, asked };
}

const first = ({ id }: { id: string }) => ({ id, expectedVersion: 1 });
const parts = async () => {
  const { partners } = await read(subgraph, '{ partners { nodes { organisation { name } role status until } } }');
  return partners.nodes
    .map((one: Record<string, unknown>) =>
      [(one.organisation as { name: string }).name, one.role, one.status, one.until].join(' ').trim(),
    )
    .sort();
};

it('lets an invited organisation join or decline, and a partner go, and tells the others', async () => {
  const { here, c, asked, media } = await given();

  const joined = await act('acceptInvitation', { ...first(asked), on: '2005-01-01' });
  const again = { partnershipId: here.id, organisationId: c.id, sector: 'PUBLIC', role: 'MEDIA', duties: 'Tells' };
  const other = await act('invitePartner', { ...again, on: '2005-02-01' });
  const declined = await act('declineInvitation', { ...edit(other), on: '2005-03-01', reason: 'No time' });
  const released = await act('releasePartner', { ...first(media), on: '2006-01-01', reason: 'It closed.' });

  expect(joined).toMatchObject({ status: 'ACCEPTED', since: '2005-01-01', until: null, version: 2 });
  expect(declined).toMatchObject({ status: 'DECLINED', since: '2005-02-01', until: '2005-03-01', reason: 'No time' });
  expect(released).toMatchObject({ status: 'RELEASED', until: '2006-01-01', reason: 'It closed.' });
  const change = (id: string, organisationId: string, role: string, status: string) => ({
    type: 'hub.partner.changed.v1',
    subject: id,
    data: { partner: id, partnership: here.id, organisation: organisationId, role, status },
  });
  expect(await subgraph.events()).toEqual([
    change(asked.id, c.id, 'NETWORK', 'ACCEPTED'),
    change(other.id, c.id, 'MEDIA', 'INVITED'),
    change(other.id, c.id, 'MEDIA', 'DECLINED'),
    change(media.id, `Organisation_${media.memberId}`, 'MEDIA', 'RELEASED'),
  ]);
});

it('invites again who left, and in another role who is there', async () => {
  const { here, a, b, media } = await given();
  await act('releasePartner', { ...first(media), reason: 'It closed.' });
  const input = { partnershipId: here.id, sector: 'PUBLIC', role: 'MEDIA', duties: 'Tells' };

  expect(await act('invitePartner', { ...input, organisationId: b.id })).toMatchObject({ status: 'INVITED' });
  expect(await act('invitePartner', { ...input, organisationId: a.id })).toMatchObject({ status: 'INVITED' });
});

it.each([
  ['a role that it has', 'CONFLICT', 'b', { role: 'MEDIA' }, 'B'],
  ['a role for which it is invited', 'CONFLICT', 'c', { role: 'NETWORK' }, 'INVITED'],
  ['the role of the leader', 'CONFLICT', 'b', { role: 'LEADER' }, 'handed over'],
  ['another sector', 'INVALID', 'b', { sector: 'PRIVATE' }, 'PUBLIC'],
  ['blank duties', 'INVALID', 'b', { duties: ' ' }, 'duties'],
  ['a day before the partnership', 'INVALID', 'b', { on: '2004-06-30' }, '2004-07-01'],
  ['an organisation that is not there', 'NOT_FOUND', 'b', { organisationId: `Organisation_${v4()}` }, 'Organisation'],
  ['the id of a partner', 'INVALID', 'b', { organisationId: `Partner_${v4()}` }, 'organisationId'],
] as const)('does not invite into %s (%s)', async (_, code, who, wrong, word) => {
  const world = await given();
  const before = await parts();
  const right = { partnershipId: world.here.id, organisationId: world[who].id, sector: 'PUBLIC', duties: 'Works' };

  const refusal = await act('invitePartner', { role: 'SUPPORT_CENTRE', ...right, ...wrong });

  expect(refusal).toMatchObject({ code, refused: expect.stringContaining(word) });
  expect(await parts()).toEqual(before);
});

it('invites nobody into a partnership that has ended', async () => {
  const [over, host] = [partnershipIn('PL_1261011', 'Over', '2004-07-01', ENDED), organisation('Host')];
  await subgraph.given(over, host);
  const input = { partnershipId: over.id, organisationId: host.id, sector: 'PUBLIC', role: 'MEDIA', duties: 'Tells' };

  const refusal = await act('invitePartner', input);

  expect(refusal).toMatchObject({ code: 'CONFLICT', refused: expect.stringMatching(/"Over" ended on 2008-03-31/) });
});

it('hands the leadership over to another partner, and keeps who led until when', async () => {
  const { here, lead, media } = await given();

  const next = await act('handOverLeadership', { ...first(lead), to: media.id, on: '2006-01-01' });

  expect(next).toMatchObject({ role: 'LEADER', status: 'ACCEPTED', since: '2006-01-01', duties: 'Hosts', version: 1 });
  expect(await parts()).toEqual([
    'A LEADER RELEASED 2006-01-01',
    'A PARENT_INSTITUTION ACCEPTED',
    'B LEADER ACCEPTED',
    'B MEDIA ACCEPTED',
    'C NETWORK INVITED',
  ]);
  const { leader } = (await read(subgraph, '{ partnerships { nodes { leader { id } } } }')).partnerships.nodes[0];
  expect(leader.id).toBe(next.id);
  const told = (await subgraph.events()).map(({ subject, data }) => [subject, (data as { status: string }).status]);
  expect(told).toEqual([
    [lead.id, 'RELEASED'],
    [next.id, 'ACCEPTED'],
  ]);
  expect(here.uuid).toBe(lead.partnershipId);
});

it('keeps a former leader that has no other role in the one that it takes', async () => {
  const { lead, host, media } = await given();
  await act('releasePartner', { ...first(host), reason: 'Its manufactory became independent.' });
  const input = { ...first(lead), to: media.id };

  expect(await act('handOverLeadership', input)).toMatchObject({ code: 'INVALID', field: 'formerLeaderRole' });
  expect(await act('handOverLeadership', { ...input, formerLeaderRole: 'NETWORK' })).toMatchObject({
    code: 'INVALID',
    field: 'formerLeaderDuties',
  });
  await act('handOverLeadership', { ...input, formerLeaderRole: 'NETWORK', formerLeaderDuties: 'Passes it on' });

  expect((await parts()).filter((part: string) => part.endsWith('ACCEPTED'))).toEqual([
    'A NETWORK ACCEPTED',
    'B LEADER ACCEPTED',
    'B MEDIA ACCEPTED',
  ]);
});

it.each([
  ['its own organisation', 'INVALID', 'lead', 'host', {}],
  ['one who has not accepted', 'CONFLICT', 'lead', 'asked', {}],
  ['anybody by one who does not lead', 'CONFLICT', 'media', 'host', {}],
  ['one who was no partner yet', 'INVALID', 'lead', 'media', { on: '2004-06-30' }],
  ['another, and kept', 'INVALID', 'lead', 'media', { formerLeaderRole: 'LEADER', formerLeaderDuties: 'x' }],
  [
    'another, and had twice',
    'CONFLICT',
    'lead',
    'media',
    { formerLeaderRole: 'PARENT_INSTITUTION', formerLeaderDuties: 'x' },
  ],
] as const)('does not let the leadership be handed to %s (%s)', async (_, code, from, to, more) => {
  const world = await given();
  const before = await parts();

  expect(await act('handOverLeadership', { ...first(world[from]), to: world[to].id, ...more })).toMatchObject({ code });
  expect(await parts()).toEqual(before);
  expect(await subgraph.events()).toEqual([]);
});

it('lets no leader go, and says what to do first', async () => {
  const { lead } = await given();

  const refusal = await act('releasePartner', { ...first(lead), reason: 'It closed.' });

  expect(refusal).toMatchObject({
    code: 'CONFLICT',
    refused: expect.stringContaining('Hand the leadership over first'),
  });
});

it('has one leader when two hand the leadership over at the same moment', async () => {
  const { here, lead, host, media, asked } = await given();
  await act('acceptInvitation', first(asked));

  const outcomes = await Promise.all(
    [media, asked, media, asked].map(({ id }) => act('handOverLeadership', { ...first(lead), to: id })),
  );

  expect(outcomes.filter(({ refused }) => !refused)).toHaveLength(1);
  expect(outcomes.filter(({ code }) => code === 'CONFLICT')).toHaveLength(3);
  const leaders = (await parts()).filter((part: string) => part.endsWith('LEADER ACCEPTED'));
  expect(leaders).toHaveLength(1);
  expect(host.partnershipId).toBe(here.uuid);
});

it('lists partners by status, role and sector, in one partnership and in all', async () => {
  const { a } = await given();
  const source = `{ all: partners(filter: { status: INVITED }) { totalCount nodes { role } }
    organisation(id: "${a.id}") { memberships { totalCount nodes { role partnership { name } } } }
    partnerships { nodes {
      invited: partners(filter: { status: INVITED }) { totalCount nodes { role } }
      media: partners(filter: { role: MEDIA, sector: PUBLIC }) { totalCount nodes { role } }
      none: partners(filter: { sector: PRIVATE }) { totalCount nodes { role } } } } }`;

  const { all, organisation: found, partnerships } = await read(subgraph, source);

  const only = (...roles: string[]) => ({ totalCount: roles.length, nodes: roles.map((role) => ({ role })) });
  expect(all).toEqual(only('NETWORK'));
  expect(partnerships.nodes).toEqual([{ invited: only('NETWORK'), media: only('MEDIA'), none: only() }]);
  expect(found.memberships.totalCount).toBe(2);
  expect(found.memberships.nodes[0].partnership.name).toBe('Nowa Huta');
});
