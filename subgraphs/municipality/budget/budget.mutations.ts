import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { RequiresScopes } from '../../../shared/access/requires-scopes.ts';
import { Invalid } from '../../../shared/errors/domain-error.ts';
import { record } from '../../../shared/events/record.ts';
import { findLocked, findOwn, uuidIn } from '../../../shared/write/named-row.ts';
import { today } from '../../../shared/write/today.ts';
import { write } from '../../../shared/write/write.ts';
import { BudgetAmendment, BudgetLineChange } from '../budget-amendment/budget-amendment.ts';
import { BudgetLine } from '../budget-line/budget-line.ts';
import { spendingOf } from '../budget-line/spending.ts';
import type { Context } from '../context.ts';
import { textIn } from '../input/text.ts';
import { cents, centsIn, toAmount } from '../money/cents.ts';
import { Municipality } from '../municipality/municipality.ts';
import { budgetChanged } from './budget.event.ts';
import {
  AdoptBudgetInput,
  AmendBudgetInput,
  type BudgetLineChangeInput,
  DraftBudgetInput,
  ExecuteBudgetInput,
} from './budget.inputs.ts';
import { Budget } from './budget.ts';

const MOST_LINES = 100;

@Resolver()
export class BudgetMutations {
  @Mutation(() => Budget, { description: 'Drafts the budget of a municipality for a year; there is one for each.' })
  @RequiresScopes('hub:write', 'municipality:write')
  draftBudget(@Arg('input', () => DraftBudgetInput) input: DraftBudgetInput, @Ctx() context: Context): Promise<Budget> {
    return write(context, Budget, 'draftBudget', input, async (em) => {
      assertCount('lines', input.lines);
      const municipality = await findOwn(em, Municipality, 'municipalityId', input.municipalityId);
      const owner = { organisationId: municipality.organisationId };
      const { year, currency } = input;
      const budget = Object.assign(new Budget(), { ...owner, municipalityId: municipality.uuid, year, currency });
      budget.placeIn(municipality.territoryCode);
      em.persist(budget);
      for (const { code, title, amount, consultationId } of input.lines) {
        const line = Object.assign(new BudgetLine(), { ...owner, budgetId: budget.uuid });
        line.code = textIn('code', code);
        line.title = textIn('title', title);
        line.amount = toAmount(centsIn('amount', amount));
        line.consultationId = consultationId ? uuidIn('consultationId', 'Consultation', consultationId) : null;
        em.persist(line);
      }
      record(em, budgetChanged(budget));
      return budget;
    });
  }

  @Mutation(() => Budget, { description: 'DRAFT → ADOPTED: from now on it can be awarded from.' })
  @RequiresScopes('hub:write', 'municipality:write')
  adoptBudget(@Arg('input', () => AdoptBudgetInput) input: AdoptBudgetInput, @Ctx() context: Context): Promise<Budget> {
    return write(context, Budget, 'adoptBudget', input, async (em) => {
      const budget = await findLocked(em, Budget, input);
      budget.adopt(input.on ?? today());
      record(em, budgetChanged(budget));
      return budget;
    });
  }

  @Mutation(() => Budget, {
    description: 'ADOPTED or AMENDED → AMENDED: changes what lines hold, never to less than is awarded from them.',
  })
  @RequiresScopes('hub:write', 'municipality:write')
  amendBudget(@Arg('input', () => AmendBudgetInput) input: AmendBudgetInput, @Ctx() context: Context): Promise<Budget> {
    return write(context, Budget, 'amendBudget', input, async (em) => {
      assertCount('changes', input.changes);
      const budget = await findLocked(em, Budget, input);
      const on = input.on ?? today();
      const amendment = Object.assign(new BudgetAmendment(), {
        organisationId: budget.organisationId,
        budgetId: budget.uuid,
        number: budget.amend(on),
        on,
        reason: textIn('reason', input.reason),
      });
      em.persist(amendment);
      await changeLines(em, budget, amendment, input.changes);
      record(em, budgetChanged(budget));
      return budget;
    });
  }

  @Mutation(() => Budget, { description: 'ADOPTED or AMENDED → EXECUTED: nothing more is awarded from it.' })
  @RequiresScopes('hub:write', 'municipality:write')
  executeBudget(
    @Arg('input', () => ExecuteBudgetInput) input: ExecuteBudgetInput,
    @Ctx() context: Context,
  ): Promise<Budget> {
    return write(context, Budget, 'executeBudget', input, async (em) => {
      const budget = await findLocked(em, Budget, input);
      budget.execute(input.on ?? today());
      record(em, budgetChanged(budget));
      return budget;
    });
  }
}

function assertCount(field: string, given: unknown[]): void {
  if (given.length > 0 && given.length <= MOST_LINES) return;
  throw new Invalid(`\`${field}\` takes 1 to ${MOST_LINES} lines; got ${given.length}.`, { field, limit: MOST_LINES });
}

/** Awards from a line wait for its lock, so that none slips in between what is awarded and what the line then holds. */
async function changeLines(
  em: EntityManager,
  budget: Budget,
  amendment: BudgetAmendment,
  changes: BudgetLineChangeInput[],
): Promise<void> {
  const amounts = new Map(
    changes.map(({ budgetLineId, amount }) => [
      uuidIn('budgetLineId', 'BudgetLine', budgetLineId),
      toAmount(centsIn('amount', amount)),
    ]),
  );
  const lines = await em.find(
    BudgetLine,
    { uuid: { $in: [...amounts.keys()] }, budgetId: budget.uuid },
    { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { uuid: 'asc' } },
  );
  if (lines.length !== changes.length) {
    throw new Invalid(
      `An amendment of the budget for ${budget.year} names lines of that budget, each once; ${changes.length - lines.length} of ${changes.length} are not.`,
      { field: 'budgetLineId' },
    );
  }
  const spending = await spendingOf(em, [...amounts.keys()]);
  for (const line of lines) {
    const [before, after] = [line.amount, amounts.get(line.uuid) as string];
    line.amendTo(after, cents(spending.get(line.uuid)?.awarded ?? '0'));
    const facts = { amendmentId: amendment.uuid, budgetLineId: line.uuid, before, after };
    em.persist(Object.assign(new BudgetLineChange(), { organisationId: budget.organisationId, ...facts }));
  }
}
