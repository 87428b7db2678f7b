import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { RequiresScopes } from '../../../shared/access/requires-scopes.ts';
import { record } from '../../../shared/events/record.ts';
import { toGlobalId } from '../../../shared/global-id/global-id.ts';
import { findLocked, findNamed, findOwn, uuidIn } from '../../../shared/write/named-row.ts';
import { today } from '../../../shared/write/today.ts';
import { write } from '../../../shared/write/write.ts';
import { Budget } from '../budget/budget.ts';
import { BudgetLine } from '../budget-line/budget-line.ts';
import { spendingOf } from '../budget-line/spending.ts';
import type { Context } from '../context.ts';
import { IncentiveScheme } from '../incentive-scheme/incentive-scheme.ts';
import { textIn } from '../input/text.ts';
import { cents, positiveCentsIn, toAmount } from '../money/cents.ts';
import { paidByIncentive } from '../payment/paid.ts';
import { Payment } from '../payment/payment.ts';
import {
  incentiveAwarded,
  incentivePaid,
  incentiveReturned,
  incentiveRevoked,
  incentiveSettled,
} from './incentive.events.ts';
import {
  AwardIncentiveInput,
  PayIncentiveInput,
  RecordReturnInput,
  RevokeIncentiveInput,
  SettleIncentiveInput,
} from './incentive.inputs.ts';
import { Incentive, IncentiveStatus } from './incentive.ts';

@Resolver()
export class IncentiveMutations {
  @Mutation(() => Incentive, {
    description: 'Awards from the line of an open scheme, never more than the line has left.',
  })
  @RequiresScopes('hub:write', 'municipality:write')
  awardIncentive(
    @Arg('input', () => AwardIncentiveInput) input: AwardIncentiveInput,
    @Ctx() context: Context,
  ): Promise<Incentive> {
    return write(context, Incentive, 'awardIncentive', input, async (em) => {
      const amount = positiveCentsIn('amount', input.amount);
      const awardedOn = input.on ?? today();
      const scheme = await findOwn(em, IncentiveScheme, 'schemeId', input.schemeId, LockMode.PESSIMISTIC_READ);
      scheme.assertAwards(awardedOn);
      const budget = await assertMayAward(em, scheme, amount);
      const incentive = Object.assign(new Incentive(), {
        organisationId: scheme.organisationId,
        municipalityId: scheme.municipalityId,
        schemeId: scheme.uuid,
        manufactoryId: uuidIn('manufactoryId', 'Manufactory', input.manufactoryId),
        parentInstitutionId: uuidIn('parentInstitutionId', 'ParentInstitution', input.parentInstitutionId),
        kind: scheme.kind,
        status: IncentiveStatus.AWARDED,
        awarded: toAmount(amount),
        currency: budget.currency,
        awardedOn,
      });
      incentive.placeIn(input.territory ?? scheme.territoryCode);
      record(em, incentiveAwarded(incentive));
      return incentive;
    });
  }

  @Mutation(() => Incentive, {
    description: 'Pays a part of it, or the rest: AWARDED → PAID when nothing is left to pay.',
  })
  @RequiresScopes('hub:write', 'municipality:write')
  payIncentive(
    @Arg('input', () => PayIncentiveInput) input: PayIncentiveInput,
    @Ctx() context: Context,
  ): Promise<Incentive> {
    return write(context, Incentive, 'payIncentive', input, async (em) => {
      const given = positiveCentsIn('amount', input.amount);
      const [amount, paidOn] = [toAmount(given), input.on ?? today()];
      const incentive = await findLocked(em, Incentive, input);
      incentive.pay(given, paidOn, await paidUntilNow(em, incentive));
      const { organisationId, uuid: incentiveId } = incentive;
      em.persist(Object.assign(new Payment(), { organisationId, incentiveId, amount, paidOn }));
      record(em, incentivePaid(incentive, amount, paidOn));
      return incentive;
    });
  }

  @Mutation(() => Incentive, { description: 'PAID → SETTLED: the manufactory has accounted for it.' })
  @RequiresScopes('hub:write', 'municipality:write')
  settleIncentive(
    @Arg('input', () => SettleIncentiveInput) input: SettleIncentiveInput,
    @Ctx() context: Context,
  ): Promise<Incentive> {
    return write(context, Incentive, 'settleIncentive', input, async (em) => {
      const incentive = await findLocked(em, Incentive, input);
      incentive.settle(input.on ?? today(), input.reason == null ? null : textIn('reason', input.reason));
      record(em, incentiveSettled(incentive));
      return incentive;
    });
  }

  @Mutation(() => Incentive, {
    description: 'AWARDED or PAID → REVOKED: what was not paid is free again; what was paid is to be returned.',
  })
  @RequiresScopes('hub:write', 'municipality:write')
  revokeIncentive(
    @Arg('input', () => RevokeIncentiveInput) input: RevokeIncentiveInput,
    @Ctx() context: Context,
  ): Promise<Incentive> {
    return write(context, Incentive, 'revokeIncentive', input, async (em) => {
      const incentive = await findLocked(em, Incentive, input);
      incentive.revoke(input.on ?? today(), textIn('reason', input.reason));
      record(em, incentiveRevoked(incentive));
      return incentive;
    });
  }

  @Mutation(() => Incentive, {
    description: 'Records that some of what was paid came back; its budget line has it again.',
  })
  @RequiresScopes('hub:write', 'municipality:write')
  recordReturn(
    @Arg('input', () => RecordReturnInput) input: RecordReturnInput,
    @Ctx() context: Context,
  ): Promise<Incentive> {
    return write(context, Incentive, 'recordReturn', input, async (em) => {
      const amount = positiveCentsIn('amount', input.amount);
      const incentive = await findLocked(em, Incentive, input);
      incentive.recordReturn(amount, await paidUntilNow(em, incentive));
      record(em, incentiveReturned(incentive, toAmount(amount)));
      return incentive;
    });
  }
}

/** Budget before line, as amendments lock them; other awards from the line wait until this one is stored or refused. */
async function assertMayAward(em: EntityManager, scheme: IncentiveScheme, amount: bigint): Promise<Budget> {
  const { budgetId } = await em.findOneOrFail(BudgetLine, scheme.budgetLineId);
  const budget = await findNamed(em, Budget, 'budgetId', toGlobalId('Budget', budgetId), LockMode.PESSIMISTIC_READ);
  budget.assertInForce();
  const lineId = toGlobalId('BudgetLine', scheme.budgetLineId);
  const line = await findNamed(em, BudgetLine, 'budgetLineId', lineId, LockMode.PESSIMISTIC_WRITE);
  const spending = await spendingOf(em, [line.uuid]);
  line.assertHolds(amount, cents(spending.get(line.uuid)?.awarded ?? '0'));
  return budget;
}

const paidUntilNow = async (em: EntityManager, { uuid }: Incentive): Promise<bigint> =>
  cents((await paidByIncentive(em, [uuid])).get(uuid) ?? '0');
