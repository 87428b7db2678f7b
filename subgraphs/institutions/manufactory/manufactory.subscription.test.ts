import { expect, it } from '@jest/globals';
import { v4 } from 'uuid';
import { department, manufactory, PROTECTED, parentInstitution } from '../../../test/kit/given-institutions.ts';
import { LiveSubgraph } from '../../../test/kit/live.ts';
import { writeTo } from '../../../test/kit/write-institutions.ts';
import { placedSubscription } from '../../../test/live/placed-subscription.conformance.ts';
import { institutions } from '../subgraph.ts';

const live = new LiveSubgraph(institutions);

placedSubscription({
  live,
  field: 'manufactoryChanged',
  shows: 'manufactory',
  list: 'manufactories',
  type: 'hub.manufactory.status-changed.v1',
  row: (territory) => {
    const host = parentInstitution(territory);
    return { row: manufactory(host, 'Theatre'), needs: [host] };
  },
});

it('tells of every change that the graph shows, with the manufactory as it is by then', async () => {
  const host = parentInstitution();
  const stage = department(host, 'Stage');
  const theatre = manufactory(host, 'Theatre', PROTECTED);
  await live.given(host, stage, theatre);
  const stream = await live.subscribe(
    'subscription { manufactoryChanged(territory: "PL21") { change manufactory { name status version } } }',
  );
  const seen: unknown[] = [];
  const act = async (mutation: string, input: Record<string, unknown>) => {
    const { refused } = await writeTo(live, mutation, input);
    expect(refused).toBeNull();
    seen.push(((await stream.result()).data as { manufactoryChanged: unknown }).manufactoryChanged);
  };

  await act('prepareManufactory', {
    ideaId: `Idea_${v4()}`,
    parentInstitutionId: host.id,
    name: 'Tours',
    activityCode: 'O79.12',
    territory: 'PL_1261011',
  });
  const edit = { id: theatre.id };
  await act('placeManufactory', { ...edit, expectedVersion: 1, departmentId: stage.id });
  const until = { on: '2006-12-01', until: '2007-06-30', reason: 'A hard winter' };
  await act('extendProtection', { ...edit, expectedVersion: 2, ...until });
  const steps = [{ startsOn: '2007-07-01', percent: 60 }];
  await act('fadeSupport', { ...edit, expectedVersion: 3, on: '2007-05-01', steps });
  await act('closeManufactory', { ...edit, expectedVersion: 4, on: '2007-06-01', reason: 'No guests' });

  const theatreAt = (version: number, status = 'PROTECTED') => ({ name: 'Theatre', status, version });
  expect(seen.slice(0, 5)).toEqual([
    { change: 'CREATED', manufactory: { name: 'Tours', status: 'PREPARING', version: 1 } },
    { change: 'FACTS_CHANGED', manufactory: theatreAt(2) },
    { change: 'FACTS_CHANGED', manufactory: theatreAt(3) },
    { change: 'SUPPORT_CHANGED', manufactory: theatreAt(4) },
    { change: 'STATUS_CHANGED', manufactory: theatreAt(5, 'CLOSED') },
  ]);
});

it('shows no manufactory where there is none, and goes on', async () => {
  const host = parentInstitution();
  const theatre = manufactory(host, 'Theatre');
  await live.given(host, theatre);
  const type = 'hub.manufactory.changed.v1' as const;
  const stream = await live.subscribe('subscription { manufactoryChanged { manufactory { name } } }');
  await live.publish(
    ...[`Manufactory_${v4()}`, 'nonsense', theatre.id].map((subject) => ({ type, subject, data: {} })),
  );

  expect((await stream.results(3)).map(({ data }) => data.manufactoryChanged.manufactory)).toEqual([
    null,
    null,
    { name: 'Theatre' },
  ]);
});
