import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { v4 } from 'uuid';
import { JourneyStatus, LeavingReason } from '../../subgraphs/cps/beneficiary/journey.ts';
import { Erasure, ErasureReason } from '../../subgraphs/cps/erasure/erasure.ts';
import { cps } from '../../subgraphs/cps/subgraph.ts';
import { institutions } from '../../subgraphs/institutions/subgraph.ts';
import { personWithKey, supportCentre } from '../../test/kit/given-cps.ts';
import { employment, manufactory, PROTECTED, parentInstitution } from '../../test/kit/given-institutions.ts';
import { databaseSettings } from '../../test/kit/postgres.ts';
import { SubgraphUnderTest } from '../../test/kit/subgraph.ts';
import { retentionCommand } from './retention.command.ts';

const [centreOf, hosts] = [new SubgraphUnderTest(cps), new SubgraphUnderTest(institutions)];
const before = { ...process.env };
beforeEach(async () => {
  process.env = {
    ...before,
    HUB_HOME: '/nowhere',
    ...(await databaseSettings('CPS', 'INSTITUTIONS')),
  };
});
afterEach(() => {
  process.env = before;
});

async function report() {
  const lines: string[] = [];
  return { code: await retentionCommand.run([], (line) => lines.push(line)), lines };
}

it('says how much is due, and changes nothing', async () => {
  const centre = supportCentre('CPS');
  const gone = { status: JourneyStatus.LEFT, leftOn: '2010-02-01', resultsOn: '2010-02-01', referredOn: '2010-01-05' };
  const left = { ...gone, leavingReason: LeavingReason.HEALTH, retainUntil: '2015-12-31' };
  const [old, oldKey] = personWithKey(centre, left);
  const [here, hereKey] = personWithKey(centre);
  const asked = [1, 40].map((days) =>
    Object.assign(Erasure.of(old, v4(), ErasureReason.PERSONS_REQUEST), {
      requestedAt: new Date(Date.now() - days * 86_400_000),
    }),
  );
  await centreOf.given(centre, old, oldKey, here, hereKey, ...asked);
  const host = parentInstitution();
  const theatre = manufactory(host, 'Theatre', PROTECTED);
  const ended = { endsOn: '2006-06-30', retainUntil: '2011-12-31' };
  await hosts.given(host, theatre, employment(theatre, oldKey.hostPseudonym, ended), employment(theatre, here.uuid));

  const expected = {
    code: 0,
    lines: [
      'cps           1 people are due, 1 erasures are not answered after 30 days',
      'institutions  1 employments are due',
    ],
  };
  expect(await report()).toEqual(expected);
  expect(await report()).toEqual(expected);
});

it('says where it could not look, and looks at the rest', async () => {
  delete process.env.DATABASE_URL_CPS;
  delete process.env.DATABASE_OWNER_URL_CPS;

  const { code, lines } = await report();

  expect(code).toBe(1);
  expect(lines[0]).toMatch(
    /^cps +cannot be read: There is no hub in \/nowhere\. Set HUB_HOME to where it is, or DATABASE_URL_CPS\./,
  );
  expect(lines[1]).toMatch(/^institutions +\d+ employments are due/);
});

it('reads as the role that runs the subgraph: the one that owns the tables is not tried', async () => {
  for (const name of ['CPS', 'INSTITUTIONS'])
    process.env[`DATABASE_OWNER_URL_${name}`] = 'postgresql://nobody@127.0.0.1:1/none';

  expect((await report()).code).toBe(0);
});
