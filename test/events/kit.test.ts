import { expect, it } from '@jest/globals';
import { v4 } from 'uuid';
import { z } from 'zod';
import { consumer } from '../../shared/events/consumer.ts';
import { record } from '../../shared/events/record.ts';
import { cps } from '../../subgraphs/cps/subgraph.ts';
import { SubgraphUnderTest } from '../kit/subgraph.ts';

const answering = consumer({
  type: 'hub.institutions.asked.v1',
  schema: z.object({ question: z.string() }),
  handle: async (em, { subject }, { question }) => {
    record(em, { type: 'hub.cps.answered.v1', subject, data: { question } });
  },
});
const subgraph = new SubgraphUnderTest({ ...cps, consumers: [answering] });
const asked = { type: 'hub.institutions.asked.v1' as const, subject: 'Idea_1', data: { question: 'How?' } };

it('delivers an event to the consumers of a subgraph once, and shows what it recorded since it was given a world', async () => {
  await subgraph.given();
  const id = v4();
  await subgraph.deliver({ ...asked, id });
  await subgraph.deliver({ ...asked, id });

  expect(await subgraph.events()).toEqual([
    { type: 'hub.cps.answered.v1', subject: 'Idea_1', data: { question: 'How?' } },
  ]);

  await subgraph.given();

  expect(await subgraph.events()).toEqual([]);
});

it('throws what an event would be set aside for', async () => {
  await subgraph.given();

  await expect(subgraph.deliver({ ...asked, data: {} })).rejects.toThrow('Its data is not what is consumed');
});
