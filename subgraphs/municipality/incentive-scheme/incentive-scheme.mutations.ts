import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { RequiresScopes } from '../../../shared/access/requires-scopes.ts';
import { record } from '../../../shared/events/record.ts';
import { toGlobalId } from '../../../shared/global-id/global-id.ts';
import { findRow } from '../../../shared/write/find-row.ts';
import { findLocked, findOwn } from '../../../shared/write/named-row.ts';
import { today } from '../../../shared/write/today.ts';
import { write } from '../../../shared/write/write.ts';
import { Budget } from '../budget/budget.ts';
import { BudgetLine } from '../budget-line/budget-line.ts';
import type { Context } from '../context.ts';
import { textIn } from '../input/text.ts';
import { schemeChanged } from './incentive-scheme.events.ts';
import { AnnounceSchemeInput, CloseSchemeInput, OpenSchemeInput } from './incentive-scheme.inputs.ts';
import { IncentiveScheme } from './incentive-scheme.ts';

@Resolver()
export class IncentiveSchemeMutations {
  @Mutation(() => IncentiveScheme, {
    description: 'Announces a scheme of the municipality whose budget line it names.',
  })
  @RequiresScopes('hub:write', 'municipality:write')
  announceScheme(
    @Arg('input', () => AnnounceSchemeInput) input: AnnounceSchemeInput,
    @Ctx() context: Context,
  ): Promise<IncentiveScheme> {
    return write(context, IncentiveScheme, 'announceScheme', input, async (em) => {
      const line = await findOwn(em, BudgetLine, 'budgetLineId', input.budgetLineId);
      const budget = await findRow(em, Budget, toGlobalId('Budget', line.budgetId));
      const scheme = Object.assign(new IncentiveScheme(), {
        organisationId: line.organisationId,
        municipalityId: budget.municipalityId,
        budgetLineId: line.uuid,
        kind: input.kind,
        title: textIn('title', input.title),
        opensOn: input.opensOn,
        closesOn: input.closesOn ?? null,
      });
      scheme.placeIn(budget.territoryCode);
      record(em, schemeChanged(scheme));
      return scheme;
    });
  }

  @Mutation(() => IncentiveScheme, { description: 'ANNOUNCED → OPEN: from now on incentives are awarded by it.' })
  @RequiresScopes('hub:write', 'municipality:write')
  openScheme(
    @Arg('input', () => OpenSchemeInput) input: OpenSchemeInput,
    @Ctx() context: Context,
  ): Promise<IncentiveScheme> {
    return write(context, IncentiveScheme, 'openScheme', input, async (em) => {
      const scheme = await findLocked(em, IncentiveScheme, input);
      scheme.open(input.on ?? today());
      record(em, schemeChanged(scheme));
      return scheme;
    });
  }

  @Mutation(() => IncentiveScheme, {
    description: 'OPEN → CLOSED: nothing more is awarded; what is awarded is still paid.',
  })
  @RequiresScopes('hub:write', 'municipality:write')
  closeScheme(
    @Arg('input', () => CloseSchemeInput) input: CloseSchemeInput,
    @Ctx() context: Context,
  ): Promise<IncentiveScheme> {
    return write(context, IncentiveScheme, 'closeScheme', input, async (em) => {
      const scheme = await findLocked(em, IncentiveScheme, input);
      scheme.close(input.on ?? today());
      record(em, schemeChanged(scheme));
      return scheme;
    });
  }
}
