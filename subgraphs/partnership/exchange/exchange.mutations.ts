import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { RequiresScopes } from '../../../shared/access/requires-scopes.ts';
import { Invalid } from '../../../shared/errors/domain-error.ts';
import { findRowToEdit } from '../../../shared/write/find-row.ts';

import { today } from '../../../shared/write/today.ts';
import { write } from '../../../shared/write/write.ts';
import type { Context } from '../context.ts';
import { findKept, keepersOf } from '../partnership/keepers.ts';
import type { Partnership } from '../partnership/partnership.ts';
import { CloseExchangeInput, PlanExchangeInput } from './exchange.inputs.ts';
import { Exchange } from './exchange.ts';

/** NUTS says `EL` where ISO 3166-1 says `GR`. */
const countryOf = ({ territoryCode }: Partnership): string => territoryCode.slice(0, 2).replace('EL', 'GR');

@Resolver()
export class ExchangeMutations {
  @Mutation(() => Exchange)
  @RequiresScopes('hub:write', 'partnership:write')
  planExchange(
    @Arg('input', () => PlanExchangeInput) input: PlanExchangeInput,
    @Ctx() context: Context,
  ): Promise<Exchange> {
    return write(context, Exchange, 'planExchange', input, async (em) => {
      const partnership = await findKept(em, input.partnershipId);
      partnership.assertGoesOn('no exchange can be planned for it');
      if (countryOf(partnership) === input.country) {
        const message = `"${partnership.name}" is in ${input.country} itself; an exchange is with a partner abroad.`;
        throw new Invalid(message, { field: 'country' });
      }
      return Object.assign(new Exchange(), {
        organisationId: partnership.organisationId,
        partnershipId: partnership.uuid,
        title: input.title,
        foreignPartner: input.foreignPartner,
        country: input.country,
        topic: input.topic,
        since: input.on ?? today(),
        until: input.until ?? null,
      });
    });
  }

  @Mutation(() => Exchange, { description: 'Ends an exchange, or lets it end earlier than was planned.' })
  @RequiresScopes('hub:write', 'partnership:write')
  closeExchange(
    @Arg('input', () => CloseExchangeInput) input: CloseExchangeInput,
    @Ctx() context: Context,
  ): Promise<Exchange> {
    return write(context, Exchange, 'closeExchange', input, async (em) => {
      const exchange = await findRowToEdit(em, Exchange, input, (row) => keepersOf(em, row));
      exchange.close(input.on ?? today());
      return exchange;
    });
  }
}
