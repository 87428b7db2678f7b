import { beforeEach, expect, it } from '@jest/globals';
import { v4 } from 'uuid';
import { parentInstitution } from '../../../test/kit/given-institutions.ts';
import { SubgraphUnderTest } from '../../../test/kit/subgraph.ts';
import { told } from '../../../test/kit/write-institutions.ts';
import { institutions } from '../subgraph.ts';
import { knownFacts } from './known-facts.ts';

const subgraph = new SubgraphUnderTest(institutions);
const [uuid, ideaId, incentive] = [v4(), v4(), v4()];
const facts = () => knownFacts(subgraph.orm.em.fork(), { uuid, ideaId });
const NOTHING = { ideaIsVerified: false, hasBudget: false, legalFormIsAdvised: false };

beforeEach(() => subgraph.given(parentInstitution()));

it('knows what others told, though the manufactory is not here yet', async () => {
  expect(await facts()).toEqual(NOTHING);

  await subgraph.deliver(told.ideaVerified(ideaId));
  expect(await facts()).toEqual({ ...NOTHING, ideaIsVerified: true });
  await subgraph.deliver(told.incentiveAwarded(uuid));
  expect(await facts()).toEqual({ ...NOTHING, ideaIsVerified: true, hasBudget: true });
  await subgraph.deliver(told.legalFormAdvised(uuid));
  expect(await facts()).toEqual({ ideaIsVerified: true, hasBudget: true, legalFormIsAdvised: true });
});

it('knows nothing of what others told about another manufactory', async () => {
  await subgraph.deliver(told.ideaVerified(v4()));
  await subgraph.deliver(told.incentiveAwarded(v4()));
  await subgraph.deliver(told.legalFormAdvised(v4()));

  expect(await facts()).toEqual(NOTHING);
});

it('knows the same when it is told again', async () => {
  const verified = { ...told.ideaVerified(ideaId), id: v4() };
  for (const event of [verified, verified, told.ideaVerified(ideaId), told.legalFormAdvised(uuid, incentive)])
    await subgraph.deliver(event);
  await subgraph.deliver(told.legalFormAdvised(uuid, incentive));

  expect(await facts()).toEqual({ ...NOTHING, ideaIsVerified: true, legalFormIsAdvised: true });
});

it('takes an idea that is rejected after all as not verified', async () => {
  await subgraph.deliver(told.ideaVerified(ideaId));
  await subgraph.deliver(told.ideaRejected(ideaId));

  expect(await facts()).toEqual(NOTHING);
});

it.each([
  ['after its award', ['awarded', 'revoked']],
  ['before it hears of the award', ['revoked', 'awarded']],
  ['and hears of the award once more', ['awarded', 'revoked', 'awarded']],
])('takes no budget from an incentive that is revoked %s', async (_, order) => {
  for (const what of order)
    await subgraph.deliver(
      what === 'awarded' ? told.incentiveAwarded(uuid, incentive) : told.incentiveRevoked(uuid, incentive),
    );
  expect(await facts()).toEqual(NOTHING);

  await subgraph.deliver(told.incentiveAwarded(uuid));
  expect(await facts()).toEqual({ ...NOTHING, hasBudget: true });
});

it('refuses what is no id of the right type, so that it is set aside and seen', async () => {
  const wrong = { ...told.ideaVerified(ideaId), data: { idea: ideaId, on: '2005-06-01' } };

  await expect(subgraph.deliver(wrong)).rejects.toThrow('is no id of Idea');
  expect(await facts()).toEqual(NOTHING);
});
