import { expect, it } from '@jest/globals';
import { v4 } from 'uuid';
import { act } from '../../../test/kit/act.ts';
import { INVITED, organisation, partner, partnershipIn } from '../../../test/kit/given-partnership.ts';
import { LiveSubgraph } from '../../../test/kit/live.ts';
import { partnership } from '../subgraph.ts';

const live = new LiveSubgraph(partnership);
const QUERY = `subscription ($of: ID, $after: EventPosition) {
  partnerChanged(partnership: $of, after: $after) { position at change partner { id status } } }`;

async function given() {
  const [norwid, walizka] = [organisation('Norwid'), organisation('Walizka')];
  const [here, elsewhere] = [partnershipIn('PL_1261011', 'Nowa Huta'), partnershipIn('DE212', 'München')];
  const ours = partner(here, norwid, undefined, INVITED);
  const theirs = partner(elsewhere, norwid, undefined, INVITED);
  const later = partner(here, walizka, undefined, INVITED);
  await live.given(norwid, walizka, here, elsewhere, ours, theirs, later);
  return { here, ours, theirs, later };
}

it('tells of the partners of one partnership or of all, in order, and of what was missed', async () => {
  const { here, ours, theirs, later } = await given();
  await act(live, 'acceptInvitation', { id: theirs.id, expectedVersion: 1 });
  await act(live, 'acceptInvitation', { id: ours.id, expectedVersion: 1 });
  await act(live, 'declineInvitation', { id: later.id, expectedVersion: 1 });

  const all = await (await live.subscribe(QUERY, { after: '0' })).results(3);
  const own = await (await live.subscribe(QUERY, { after: '0', of: here.id })).results(2);
  const missed = await live.subscribe(QUERY, { after: own[0]?.data.partnerChanged.position, of: here.id });

  expect(all.map(({ data }) => data.partnerChanged)).toEqual([
    expect.objectContaining({ change: 'ACCEPTED', partner: { id: theirs.id, status: 'ACCEPTED' } }),
    expect.objectContaining({ change: 'ACCEPTED', partner: { id: ours.id, status: 'ACCEPTED' } }),
    expect.objectContaining({ change: 'DECLINED', partner: { id: later.id, status: 'DECLINED' } }),
  ]);
  expect(own).toEqual(all.slice(1));
  expect(await missed.result()).toEqual(all[2]);
});

it.each([
  [`Partnership_${v4()}`, 'NOT_FOUND'],
  ['Partner_1', 'INVALID'],
])('refuses the partnership %s, which is none', async (of, code) => {
  const stream = await live.subscribe(QUERY, { of });

  expect(await stream.result()).toEqual({
    errors: [expect.objectContaining({ message: expect.any(String), extensions: expect.objectContaining({ code }) })],
  });
  expect(await stream.event()).toMatchObject({ event: 'complete' });
});

it('refuses what is no position', async () => {
  for (const after of ['soon', '-1', 7, '99999999999999999999']) {
    const stream = await live.subscribe(QUERY, { after });
    expect(await stream.result()).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
  }
});
