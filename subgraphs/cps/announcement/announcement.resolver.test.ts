import { beforeEach, expect, it } from '@jest/globals';
import { act, read } from '../../../test/kit/ask.ts';
import { announcement, supportCentre } from '../../../test/kit/given-cps.ts';
import { SubgraphUnderTest } from '../../../test/kit/subgraph.ts';
import { cps } from '../subgraph.ts';
import type { SupportCentre } from '../support-centre/support-centre.ts';
import { AnnouncementStatus } from './announcement.ts';

const subgraph = new SubgraphUnderTest(cps);
let centre: SupportCentre;
beforeEach(() => {
  centre = supportCentre('CPS');
});

it.each([
  ['2006-04-30', []],
  ['2006-05-01', ['play']],
  ['2006-05-31', ['play']],
  ['2006-06-01', []],
])('shows on %s what is shown then, and nothing that was withdrawn', async (day, expected) => {
  const withdrawn = { status: AnnouncementStatus.WITHDRAWN };
  await subgraph.given(centre, announcement(centre, 'play'), announcement(centre, 'mistake', withdrawn));

  const query = `{ announcements(filter: { shownOn: "${day}" }) { nodes { title } } }`;
  const { announcements } = await read(subgraph, query);

  expect(announcements.nodes.map(({ title }: { title: string }) => title)).toEqual(expected);
});

it('publishes for a place and tells the others; what is withdrawn ends on that day', async () => {
  await subgraph.given(centre);
  const input = { title: 'Play', text: 'Come.', shownFrom: '2026-05-01', shownUntil: '2026-05-31' };

  const { row } = await act(subgraph, 'publishAnnouncement', {
    ...input,
    supportCentreId: centre.id,
    territory: 'PL_1261011-D18',
  });
  const withdrawal = { id: row?.id, expectedVersion: 1, on: '2026-05-09' };
  const withdrawn = await act(subgraph, 'withdrawAnnouncement', withdrawal, 'status shownFrom shownUntil');

  expect(await subgraph.events()).toEqual([
    {
      type: 'hub.announcement.published.v1',
      subject: row?.id,
      data: { announcement: row?.id, territory: 'PL_1261011-D18' },
    },
  ]);
  expect(withdrawn.row).toEqual({ status: 'WITHDRAWN', shownFrom: '2026-05-01', shownUntil: '2026-05-09' });
});

it.each([
  ['before it is shown', '2006-04-01', '2006-05-01'],
  ['after it was shown', '2006-07-01', '2006-05-31'],
])('keeps its days in order when it is withdrawn %s', async (_, on, shownUntil) => {
  const play = announcement(centre, 'play');
  await subgraph.given(centre, play);

  const { row } = await act(subgraph, 'withdrawAnnouncement', { id: play.id, expectedVersion: 1, on }, 'shownUntil');

  expect(row).toEqual({ shownUntil });
});
