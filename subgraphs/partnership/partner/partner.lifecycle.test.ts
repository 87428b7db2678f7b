import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { read } from '../../../test/kit/ask.ts';
import { organisation, partner, partnershipIn } from '../../../test/kit/given-partnership.ts';
import { actsOn, edit, type Outcome } from '../../../test/kit/partnership-acts.ts';
import { SubgraphUnderTest } from '../../../test/kit/subgraph.ts';
import { partnership } from '../subgraph.ts';
import { PartnerRole } from './partner-role.ts';
import { Sector } from './sector.ts';

const subgraph = new SubgraphUnderTest(partnership);
const act = actsOn(subgraph);

const PATHS: Record<string, string[]> = {
  INVITED: ['ACCEPTED', 'DECLINED'],
  ACCEPTED: ['RELEASED'],
  FORMING: ['ACTIVE'],
  ACTIVE: ['ENDED'],
};

const index = fc.nat({ max: 4 });
const command = fc.oneof(
  fc.record({
    do: fc.constant('invitePartner'),
    member: fc.nat({ max: 2 }),
    role: fc.constantFrom('LEADER', 'MEDIA', 'NETWORK'),
  }),
  fc.record({
    do: fc.constantFrom('acceptInvitation', 'declineInvitation', 'releasePartner', 'releasePartner'),
    at: index,
  }),
  fc.record({ do: fc.constant('handOverLeadership'), at: index, to: index, keep: fc.boolean() }),
  fc.record({ do: fc.constantFrom('activatePartnership', 'activatePartnership', 'endPartnership') }),
);
type Command = { do: string; member?: number; role?: string; at?: number; to?: number; keep?: boolean };

interface World {
  partnership: Outcome;
  partners: Outcome[];
}

const QUERY = `{ partnerships { nodes { id name status version
  partners(first: 100) { nodes { id role status version until since organisation { id } sector } } } } }`;

async function world(): Promise<World> {
  const { partners, ...found } = (await read(subgraph, QUERY)).partnerships.nodes[0];
  return { partnership: found, partners: partners.nodes };
}

it('knows one leader at the most, one row for each role, and no way beside its diagram, whatever is asked', async () => {
  let done = 0;
  await fc.assert(
    fc.asyncProperty(fc.boolean(), fc.array(command, { minLength: 15, maxLength: 30 }), async (gathered, commands) => {
      const here = partnershipIn('PL_1261011', 'Here', '2004-07-01', { status: 'FORMING' as never, activeSince: null });
      const members = Object.values(Sector).map((sector) => organisation(sector));
      const there = members.map((member, i) =>
        partner(here, member, i === 0 ? PartnerRole.LEADER : PartnerRole.NETWORK, {
          sector: Object.values(Sector)[i]!,
        }),
      );
      await subgraph.given(here, ...members, ...(gathered ? there : []));

      let before = await world();
      const first: Command[] = gathered ? [{ do: 'activatePartnership' }] : [];
      for (const one of [...first, ...(commands as Command[])]) {
        const told = (await subgraph.events()).length;
        const outcome = await run(one, before, members);
        const after = await world();
        if (outcome.refused) {
          expect(['CONFLICT', 'INVALID', 'NOT_FOUND']).toContain(outcome.code);
          expect(after).toEqual(before);
          expect(await subgraph.events()).toHaveLength(told);
        } else {
          done++;
          expect((await subgraph.events()).length).toBeGreaterThan(told);
        }
        expectOrder(before, after);
        before = after;
      }
    }),
    { numRuns: 12 },
  );
  expect(done).toBeGreaterThan(30); // else the commands would be refused for nothing
}, 60_000);

function run(one: Command, { partnership: here, partners }: World, members: { id: string }[]): Promise<Outcome> {
  const at = partners.length > 0 ? partners[(one.at ?? 0) % partners.length] : { id: 'Partner_x', version: 1 };
  const member = members[one.member ?? 0];
  switch (one.do) {
    case 'invitePartner':
      return act(one.do, {
        partnershipId: here.id,
        organisationId: member?.id,
        sector: Object.values(Sector)[one.member ?? 0],
        role: one.role,
        duties: 'Works',
      });
    case 'releasePartner':
      return act(one.do, { ...edit(at as Outcome), reason: 'It closed.' });
    case 'handOverLeadership': {
      const to = partners.length > 0 ? partners[(one.to ?? 0) % partners.length]?.id : 'Partner_x';
      const leader = partners.find(({ role, until }) => role === 'LEADER' && !until) ?? at;
      const kept = one.keep ? { formerLeaderRole: 'MUNICIPALITY', formerLeaderDuties: 'Works' } : {};
      return act(one.do, { ...edit(leader as Outcome), to, ...kept });
    }
    case 'activatePartnership':
    case 'endPartnership':
      return act(one.do, edit(here));
    default:
      return act(one.do, edit(at as Outcome));
  }
}

/** What is so at every moment. */
function expectOrder(before: World, { partnership: here, partners }: World): void {
  const current = partners.filter(({ until }) => until === null);
  const leaders = current.filter(({ role }) => role === 'LEADER');
  const accepted = leaders.filter(({ status }) => status === 'ACCEPTED');
  expect(leaders.length).toBeLessThanOrEqual(1);
  if (here.status === 'ACTIVE') expect(accepted).toHaveLength(1);
  if (here.status === 'ENDED') expect(current).toEqual([]);
  const roles = current.map(({ role, organisation: member }) => `${member.id} ${role}`);
  expect(new Set(roles).size).toBe(roles.length);

  const rows = new Map([here, ...partners].map((row) => [row.id, row]));
  for (const old of [before.partnership, ...before.partners]) {
    const row = rows.get(old.id);
    expect(row?.version).toBeGreaterThanOrEqual(old.version);
    if (row?.status !== old.status) {
      expect(PATHS[old.status]).toContain(row?.status);
      expect(row?.version).toBe(old.version + 1);
    }
  }
}
