import { expect, it } from '@jest/globals';
import { act } from '../../../test/kit/act.ts';
import { consultation, supportCentre } from '../../../test/kit/given-cps.ts';
import { LiveSubgraph } from '../../../test/kit/live.ts';
import { placedSubscription } from '../../../test/live/placed-subscription.conformance.ts';
import { cps } from '../subgraph.ts';

const live = new LiveSubgraph(cps);

placedSubscription({
  live,
  field: 'consultationChanged',
  shows: 'consultation',
  list: 'consultations',
  type: 'hub.consultation.changed.v1',
  data: { status: 'OPEN' },
  row: (territory) => {
    const centre = supportCentre('CPS', territory);
    return { row: consultation(centre, 'What is missing?'), needs: [centre] };
  },
});

it('tells of each status to which a consultation came, though it is past that already', async () => {
  const centre = supportCentre('CPS');
  const talk = consultation(centre, 'What is missing?', { closesOn: '2999-01-01' });
  await live.given(centre, talk);

  await act(live, 'openConsultation', { id: talk.id, expectedVersion: 1 });
  await act(live, 'closeConsultation', { id: talk.id, expectedVersion: 2 });
  const stream = await live.subscribe(
    'subscription { consultationChanged(territory: "EU", after: "0") { change consultation { status } } }',
  );

  expect((await stream.results(2)).map(({ data }) => data.consultationChanged)).toEqual([
    { change: 'OPEN', consultation: { status: 'CLOSED' } },
    { change: 'CLOSED', consultation: { status: 'CLOSED' } },
  ]);
});
