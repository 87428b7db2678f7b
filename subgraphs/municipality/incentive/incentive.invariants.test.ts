import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { v4 } from 'uuid';
import { read } from '../../../test/kit/ask.ts';
import { budgetLine, budgetOf, DRAFT, municipalityOf, schemeOf } from '../../../test/kit/given-municipality.ts';
import { mutate } from '../../../test/kit/municipality-writes.ts';
import { SubgraphUnderTest } from '../../../test/kit/subgraph.ts';
import { municipality } from '../subgraph.ts';

const subgraph = new SubgraphUnderTest(municipality);
const on = '2006-05-01';

/** What the rules say, in whole units of the currency; the real thing has to agree after each command. */
class Model {
  budget = { id: '', version: 1, status: 'DRAFT', amount: 100 };
  awards: { id: string; version: number; status: string; awarded: number; paid: number; returned: number }[] = [];

  get taken(): number {
    return this.awards.reduce(
      (sum, { status, awarded, paid, returned }) => sum + (status === 'REVOKED' ? paid : awarded) - returned,
      0,
    );
  }

  get inForce(): boolean {
    return this.budget.status === 'ADOPTED' || this.budget.status === 'AMENDED';
  }
}

interface Command {
  kind: 'adopt' | 'amend' | 'execute' | 'award' | 'pay' | 'settle' | 'revoke' | 'return';
  of: number;
  amount: number;
}

const command: fc.Arbitrary<Command> = fc.record({
  kind: fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom('adopt', 'amend', 'settle', 'revoke', 'return', 'return') },
    { weight: 8, arbitrary: fc.constantFrom('award', 'pay', 'pay') },
    { weight: 1, arbitrary: fc.constant('execute') },
  ) as fc.Arbitrary<Command['kind']>,
  of: fc.nat({ max: 1 }),
  amount: fc.constantFrom(0, 10, 20, 40, 120),
});

it('never overspends a line, never pays beyond an award, and moves only as the diagrams say', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(command, { minLength: 10, maxLength: 25 }), async (commands) => {
      const krakow = municipalityOf('PL_1261011');
      const budget = budgetOf(krakow, 2006, DRAFT);
      const line = budgetLine(budget, '1', '100.00');
      const scheme = schemeOf(krakow, line);
      await subgraph.given(krakow, budget, line, scheme);
      const model = new Model();
      model.budget.id = budget.id;

      for (const one of [{ kind: 'adopt', of: 0, amount: 0 } as Command, ...commands]) {
        await run(one, model, line.id, scheme.id);
        expect(await stateOf(line.id)).toEqual(expected(model));
        expect(model.taken).toBeLessThanOrEqual(model.budget.amount);
      }
    }),
    { numRuns: 12 },
  );
}, 60_000);

/** Runs it on both; a command that the model refuses has to be refused, and one that it takes has to be taken. */
async function run({ kind, of, amount }: Command, model: Model, budgetLineId: string, schemeId: string): Promise<void> {
  const { budget } = model;
  const toBudget = { id: budget.id, expectedVersion: budget.version, on };
  const change = (status: string) => () => Object.assign(budget, { status, version: budget.version + 1 });
  if (kind === 'adopt') return both('adoptBudget', { ...toBudget }, budget.status === 'DRAFT', change('ADOPTED'));
  if (kind === 'execute') return both('executeBudget', toBudget, model.inForce, change('EXECUTED'));
  if (kind === 'amend') {
    const changes = [{ budgetLineId, amount: `${amount}` }];
    const allowed = model.inForce && amount >= model.taken;
    return both('amendBudget', { ...toBudget, reason: 'r', changes }, allowed, () =>
      Object.assign(change('AMENDED')(), { amount }),
    );
  }
  if (kind === 'award') {
    const ids = { schemeId, manufactoryId: `Manufactory_${v4()}`, parentInstitutionId: `ParentInstitution_${v4()}` };
    const allowed = model.inForce && amount > 0 && model.taken + amount <= budget.amount;
    const made = { version: 1, status: 'AWARDED', awarded: amount, paid: 0, returned: 0 };
    return both('awardIncentive', { ...ids, amount: `${amount}`, on }, allowed, (id) =>
      model.awards.push({ id, ...made }),
    );
  }
  const award = model.awards[of];
  if (award) await runOnAward(kind, award, amount);
}

async function runOnAward(kind: Command['kind'], award: Model['awards'][number], amount: number): Promise<void> {
  const { id, version, status, awarded, paid, returned } = award;
  const input = { id, expectedVersion: version };
  const become = (facts: object) => () => Object.assign(award, { version: version + 1, ...facts });
  if (kind === 'settle')
    return both('settleIncentive', { ...input, on }, status === 'PAID', become({ status: 'SETTLED' }));
  if (kind === 'revoke') {
    const allowed = status === 'AWARDED' || status === 'PAID';
    return both('revokeIncentive', { ...input, on, reason: 'r' }, allowed, become({ status: 'REVOKED' }));
  }
  if (kind === 'pay') {
    const allowed = status === 'AWARDED' && amount > 0 && paid + amount <= awarded;
    const after = { paid: paid + amount, status: paid + amount === awarded ? 'PAID' : 'AWARDED' };
    return both('payIncentive', { ...input, on, amount: `${amount}` }, allowed, become(after));
  }
  const allowed = status !== 'SETTLED' && amount > 0 && returned + amount <= paid;
  return both('recordReturn', { ...input, amount: `${amount}` }, allowed, become({ returned: returned + amount }));
}

async function both(mutation: string, input: object, allowed: boolean, apply: (id: string) => unknown): Promise<void> {
  const { row, refusal } = await mutate(subgraph, mutation, { ...input });
  expect({ mutation, input, allowed: row !== null }).toEqual({ mutation, input, allowed });
  if (row) apply(row.id);
  else expect(['CONFLICT', 'INVALID']).toContain(refusal?.code);
}

const STATE = `query ($id: ID!) {
  budgetLine(id: $id) { amount { amount } awarded { amount } paid { amount } available { amount } budget { version status } }
  incentives { nodes { id version status amount { amount } paid { amount } returned { amount } } } }`;

async function stateOf(lineId: string) {
  const { budgetLine: line, incentives } = await read(subgraph, STATE, { id: lineId });
  return { line, awards: new Map(incentives.nodes.map((one: { id: string }) => [one.id, one])) };
}

function expected(model: Model) {
  const money = (units: number) => ({ amount: `${units}.00` });
  const { status, version, amount } = model.budget;
  const paid = model.awards.reduce((sum, award) => sum + award.paid - award.returned, 0);
  return {
    line: {
      amount: money(amount),
      awarded: money(model.taken),
      paid: money(paid),
      available: money(amount - model.taken),
      budget: { version, status },
    },
    awards: new Map(
      model.awards.map((award) => [
        award.id,
        {
          id: award.id,
          version: award.version,
          status: award.status,
          amount: money(award.awarded),
          paid: money(award.paid),
          returned: money(award.returned),
        },
      ]),
    ),
  };
}
