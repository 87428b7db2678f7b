import { expect, it } from '@jest/globals';
import { v4 } from 'uuid';
import { act } from '../../../test/kit/act.ts';
import { load } from '../../../test/kit/ask.ts';
import { DRAFT, service } from '../../../test/kit/given-marketplace.ts';
import { LiveSubgraph } from '../../../test/kit/live.ts';
import { placedSubscription } from '../../../test/live/placed-subscription.conformance.ts';
import { marketplace } from '../subgraph.ts';

const live = new LiveSubgraph(marketplace);

placedSubscription({
  live,
  field: 'serviceOffered',
  shows: 'service',
  list: 'services',
  type: 'hub.service.offered.v1',
  row: (territory) => ({ row: service(v4(), 'A play', {}, territory), needs: [] }),
});

const SUBSCRIPTION = 'subscription { serviceOffered(territory: "PL21") { service { name status } } }';

it('tells of a service that is offered, and not of one that pauses or resumes', async () => {
  const [play, course] = [service(v4(), 'A play', DRAFT), service(v4(), 'A course', DRAFT)];
  await live.given(play, course);
  const stream = await live.subscribe(SUBSCRIPTION);

  await act(live, 'offerService', { id: play.id, expectedVersion: 1, on: '2006-05-01' });
  const first = await stream.result();
  await act(live, 'pauseService', { id: play.id, expectedVersion: 2 });
  await act(live, 'resumeService', { id: play.id, expectedVersion: 3 });
  await act(live, 'offerService', { id: course.id, expectedVersion: 1, on: '2006-05-01' });

  expect([first, await stream.result()].map(({ data }) => data.serviceOffered.service)).toEqual([
    { name: 'A play', status: 'ACTIVE' },
    { name: 'A course', status: 'ACTIVE' },
  ]);
});

it('tells of what a register offers once, and of no draft and nothing that is over', async () => {
  await live.given();
  const stream = await live.subscribe(SUBSCRIPTION);
  const services = (...rows: string[]) =>
    load(
      live,
      'importServices',
      'walizka',
      'key,organisation,manufactory,name,status,price_amount,price_currency,price_unit,offered_since,ended_on,activity_code,eligibility,schedule,territory,source',
      ...rows.map((row) => `${row},S90.20,,,PL_1261011,`),
    );

  await services(
    'over,norwid/walizka,norwid/theatre,Over,ENDED,,,,2006-05-01,2006-06-01',
    'draft,norwid/walizka,norwid/theatre,A draft,DRAFT,,,,,',
    'play,norwid/walizka,norwid/theatre,A play,ACTIVE,,,,2006-05-01,',
  );
  await services(
    'play,norwid/walizka,norwid/theatre,The play,PAUSED,,,,2006-05-01,',
    'draft,norwid/walizka,norwid/theatre,No draft,ACTIVE,,,,2006-05-02,',
  );

  const offered = (await stream.results(2)).map(({ data }) => data.serviceOffered.service.name);
  expect(offered[0]).toMatch(/(A|The) play/);
  expect(offered[1]).toBe('No draft');
  expect((await live.events()).map(({ type }) => type.split('.')[2])).toEqual([
    'changed',
    'offered',
    'changed',
    'offered',
  ]);
});
