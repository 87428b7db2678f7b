import { beforeEach, expect, it } from '@jest/globals';
import { someone } from '../../../test/kit/caller.ts';
import { INVITED, organisation, partner, partnershipIn } from '../../../test/kit/given-partnership.ts';
import { SubgraphUnderTest } from '../../../test/kit/subgraph.ts';
import { PartnerRole } from '../partner/partner-role.ts';
import { partnership } from '../subgraph.ts';

const subgraph = new SubgraphUnderTest(partnership);
/** A partnership that another organisation founded than the one that leads it. */
function world() {
  const here = partnershipIn('PL_1261011', 'Nowa Huta');
  const leads = organisation('Leads');
  const works = organisation('Works');
  const asked = organisation('Asked');
  const stranger = organisation('Stranger');
  const leader = partner(here, leads, PartnerRole.LEADER);
  const media = partner(here, works, PartnerRole.MEDIA);
  const invited = partner(here, asked, PartnerRole.NETWORK, INVITED);
  return { here, leads, works, asked, stranger, leader, media, invited };
}
let { here, leads, works, asked, stranger, leader, media, invited } = world();
beforeEach(async () => {
  ({ here, leads, works, asked, stranger, leader, media, invited } = world());
  await subgraph.given(here, leads, works, asked, stranger, leader, media, invited);
});

async function act(by: { uuid: string }, mutation: string, input: object) {
  const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
  const { data, errors } = await subgraph.ask(
    `mutation ($input: ${type}!) { row: ${mutation}(input: $input) { id } }`,
    { input },
    someone({ organisationId: by.uuid, scopes: ['partnership:write'] }),
  );
  return data?.row ? 'DONE' : errors?.[0]?.extensions?.code;
}
const first = ({ id }: { id: string }) => ({ id, expectedVersion: 1 });

it('denies to answer an invitation to all but whoever is invited', async () => {
  for (const other of [leads, works, stranger]) {
    expect(await act(other, 'acceptInvitation', first(invited))).toBe('FORBIDDEN');
    expect(await act(other, 'declineInvitation', first(invited))).toBe('FORBIDDEN');
  }

  expect(await act(asked, 'acceptInvitation', first(invited))).toBe('DONE');
});

it('denies to invite and to release to all but whoever leads, though another organisation founded the partnership', async () => {
  const wanted = {
    partnershipId: here.id,
    organisationId: stranger.id,
    sector: 'PUBLIC',
    role: 'MEDIA',
    duties: 'Tells',
  };
  for (const other of [works, asked, stranger]) {
    expect(await act(other, 'invitePartner', wanted)).toBe('FORBIDDEN');
    expect(await act(other, 'releasePartner', { ...first(media), reason: 'x' })).toBe('FORBIDDEN');
    expect(await act(other, 'handOverLeadership', { ...first(leader), to: media.id })).toBe('FORBIDDEN');
    expect(await act(other, 'endPartnership', first(here))).toBe('FORBIDDEN');
  }

  expect(leads.uuid).not.toBe(here.organisationId);
  expect(await act(leads, 'invitePartner', wanted)).toBe('DONE');
});

it('denies to take a row over by importing it with its uuid as the key', async () => {
  const file = `key,organisation,name,problem,territory,status,since,active_since,until,source
${here.uuid},${leads.uuid},Taken,None,PL_1261011,ACTIVE,2004-01-01,2004-01-02,,`;
  const query =
    'mutation ($csv: String!) { report: importPartnerships(partner: "leads", csv: $csv) { changed problems { reason } } }';
  const by = someone({ organisationId: leads.uuid, scopes: ['partnership:write'] });
  const { data } = await subgraph.ask(query, { csv: file }, by);

  expect(data?.report.changed).toBe(0);
  expect(data?.report.problems.map(({ reason }: { reason: string }) => reason)).toContainEqual(
    expect.stringContaining('belongs to another organisation'),
  );
  const [row] = await subgraph.orm.em
    .fork()
    .execute<{ organisation_id: string }[]>('select organisation_id from partnership where id = ?', [here.uuid]);
  expect(row?.organisation_id).toBe(here.organisationId);
});

it('denies to lead on to whoever handed the leadership over', async () => {
  const role = { formerLeaderRole: 'MUNICIPALITY', formerLeaderDuties: 'Hosts' };
  expect(await act(leads, 'handOverLeadership', { ...first(leader), to: media.id, ...role })).toBe('DONE');

  expect(await act(leads, 'endPartnership', first(here))).toBe('FORBIDDEN');
  expect(await act(works, 'endPartnership', first(here))).toBe('DONE');
});
