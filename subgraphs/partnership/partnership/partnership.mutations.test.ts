import { expect, it } from '@jest/globals';
import { v4 } from 'uuid';
import { read } from '../../../test/kit/ask.ts';
import { FORMING, INVITED, organisation, partner, partnershipIn } from '../../../test/kit/given-partnership.ts';
import { actsOn, edit } from '../../../test/kit/partnership-acts.ts';
import { SubgraphUnderTest } from '../../../test/kit/subgraph.ts';
import { PartnerRole } from '../partner/partner-role.ts';
import { Sector } from '../partner/sector.ts';
import { partnership } from '../subgraph.ts';

const subgraph = new SubgraphUnderTest(partnership);
const act = actsOn(subgraph);

const sectors = [Sector.PUBLIC, Sector.PRIVATE, Sector.NON_GOVERNMENTAL];
const forming = () => partnershipIn('PL_1261011', 'Nowa Huta', '2004-07-01', FORMING);

it('founds a partnership that becomes active with its partners, and ends with them', async () => {
  const members = sectors.map((sector) => organisation(sector));
  await subgraph.given(...members);

  const founded = await act('foundPartnership', {
    organisationId: members[0]?.id,
    name: 'Nowa Huta',
    problem: 'Unemployment',
    territory: 'PL_1261011',
    on: '2004-07-01',
  });
  for (const [i, sector] of sectors.entries()) {
    const invited = await act('invitePartner', {
      partnershipId: founded.id,
      organisationId: members[i]?.id,
      sector,
      role: i === 0 ? 'LEADER' : 'PARENT_INSTITUTION',
      duties: 'Works',
      on: '2004-07-02',
    });
    expect(invited).toMatchObject({ status: 'INVITED', since: '2004-07-02', version: 1 });
    expect(await act('acceptInvitation', { ...edit(invited), on: '2004-08-01' })).toMatchObject({
      status: 'ACCEPTED',
      since: '2004-08-01',
      version: 2,
    });
  }
  const active = await act('activatePartnership', { ...edit(founded), on: '2004-09-01' });
  const ended = await act('endPartnership', { ...edit(active), on: '2008-03-31' });

  const common = { id: founded.id, name: 'Nowa Huta', problem: 'Unemployment', since: '2004-07-01' };
  const place = { territory: { code: 'PL_1261011' } };
  expect(founded).toEqual({ ...common, ...place, version: 1, status: 'FORMING', activeSince: null, until: null });
  expect(active).toEqual({ ...founded, version: 2, status: 'ACTIVE', activeSince: '2004-09-01' });
  expect(ended).toEqual({ ...active, version: 3, status: 'ENDED', until: '2008-03-31' });
  const { partnerships } = await read(
    subgraph,
    `{ partnerships { nodes { leader { organisation { name } } partners { nodes { status until reason } } } } }`,
  );
  const released = { status: 'RELEASED', until: '2008-03-31', reason: 'The partnership ended.' };
  expect(partnerships.nodes).toEqual([
    { leader: { organisation: { name: 'PUBLIC' } }, partners: { nodes: [released, released, released] } },
  ]);
});

it('tells others of each step, and of each partner that it takes along', async () => {
  const [here, host] = [forming(), organisation('Host')];
  const members = sectors.map((sector) =>
    partner(here, host, sector === Sector.PUBLIC ? PartnerRole.LEADER : PartnerRole.MEDIA, { sector }),
  );
  members[2]!.memberId = v4();
  const asked = partner(here, organisation('Asked'), PartnerRole.NETWORK, INVITED);
  await subgraph.given(here, host, ...members, asked);

  const active = await act('activatePartnership', { id: here.id, expectedVersion: 1 });
  await act('endPartnership', edit(active));

  const change = (status: string) => ({
    type: 'hub.partnership.changed.v1',
    subject: here.id,
    data: { partnership: here.id, status, territory: 'PL_1261011' },
  });
  const events = await subgraph.events();
  expect(events.slice(0, 2)).toEqual([change('ACTIVE'), change('ENDED')]);
  const told = events.slice(2).map(({ type, data }) => [type, (data as { status: string }).status]);
  expect(told.sort()).toEqual([
    ['hub.partner.changed.v1', 'DECLINED'],
    ['hub.partner.changed.v1', 'RELEASED'],
    ['hub.partner.changed.v1', 'RELEASED'],
    ['hub.partner.changed.v1', 'RELEASED'],
  ]);
});

it.each([
  [[], ['PUBLIC', 'PRIVATE', 'NON_GOVERNMENTAL']],
  [[Sector.PRIVATE], ['PUBLIC', 'NON_GOVERNMENTAL']],
  [[Sector.PUBLIC, Sector.NON_GOVERNMENTAL], ['PRIVATE']],
])('does not become active with %j alone, and names the sectors %j', async (there, missing) => {
  const here = forming();
  const accepted = there.map((sector, i) =>
    partner(here, organisation(sector), i === 0 ? PartnerRole.LEADER : PartnerRole.MEDIA, { sector }),
  );
  const asked = missing.map((sector) =>
    partner(here, organisation(sector), PartnerRole.NETWORK, { ...INVITED, sector: sector as Sector }),
  );
  await subgraph.given(here, ...accepted, ...asked);

  const refusal = await act('activatePartnership', { id: here.id, expectedVersion: 1 });

  expect(refusal).toMatchObject({ code: 'CONFLICT', missingSectors: missing, status: 'FORMING' });
  for (const word of ['Nowa Huta', ...missing]) expect(refusal.refused).toContain(word);
  expect(await subgraph.events()).toEqual([]);
});

it('does not become active without a leader who has accepted', async () => {
  const here = forming();
  const members = sectors.map((sector) => partner(here, organisation(sector), PartnerRole.MEDIA, { sector }));
  const asked = partner(here, organisation('Leader'), PartnerRole.LEADER, INVITED);
  await subgraph.given(here, ...members, asked);

  const refusal = await act('activatePartnership', { id: here.id, expectedVersion: 1 });

  expect(refusal).toMatchObject({ code: 'CONFLICT', refused: expect.stringContaining('LEADER') });
});

it('refuses what is out of turn, before its time or stale, and says why', async () => {
  const [active, there] = [partnershipIn('PL_1261011', 'Nowa Huta'), forming()];
  await subgraph.given(active, there);

  const outcomes = [
    await act('activatePartnership', { id: active.id, expectedVersion: 1 }),
    await act('endPartnership', { id: there.id, expectedVersion: 1 }),
    await act('endPartnership', { id: active.id, expectedVersion: 1, on: '2004-06-30' }),
    await act('endPartnership', { id: active.id, expectedVersion: 2 }),
    await act('endPartnership', { id: `Partnership_${v4()}`, expectedVersion: 1 }),
  ];

  expect(outcomes.map(({ code }) => code)).toEqual(['CONFLICT', 'CONFLICT', 'INVALID', 'CONFLICT', 'NOT_FOUND']);
  expect(outcomes[0]?.refused).toContain('FORMING');
  expect(outcomes[1]?.refused).toContain('ACTIVE');
  expect(outcomes[2]).toMatchObject({ field: 'on', refused: expect.stringContaining('2004-07-01') });
});

it.each([
  ['organisationId', 'INVALID', { organisationId: v4() }],
  ['organisationId', 'INVALID', { organisationId: `Partner_${v4()}` }],
  [undefined, 'NOT_FOUND', { organisationId: `Organisation_${v4()}` }],
  ['problem', 'INVALID', { problem: '  ' }],
  ['name', 'INVALID', { name: '' }],
  ['territory', 'INVALID', { territory: 'Nowa Huta' }],
])('founds nothing where %s is wrong, with the code %s', async (field, code, wrong) => {
  const founder = organisation('Founder');
  await subgraph.given(founder);
  const right = { organisationId: founder.id, name: 'PIN', problem: 'Unemployment', territory: 'PL_1261011' };

  expect(await act('foundPartnership', { ...right, ...wrong })).toMatchObject({ code, ...(field ? { field } : {}) });
  expect((await read(subgraph, '{ partnerships { totalCount } }')).partnerships.totalCount).toBe(0);
});

it('lists partnerships by status, and the newest first where that is asked', async () => {
  await subgraph.given(
    partnershipIn('PL_1261011', 'old', '2004-07-01'),
    partnershipIn('PL_1261011', 'new', '2024-07-01'),
    partnershipIn('PL_1261011', 'forming', '2014-07-01', FORMING),
  );
  const names = async (args: string) =>
    (await read(subgraph, `{ partnerships${args} { nodes { name } } }`)).partnerships.nodes.map(
      ({ name }: { name: string }) => name,
    );

  expect(await names('')).toEqual(['old', 'forming', 'new']);
  expect(await names('(orderBy: NEWEST_FIRST, filter: { status: ACTIVE })')).toEqual(['new', 'old']);
  expect(await names('(filter: { status: FORMING })')).toEqual(['forming']);
});
