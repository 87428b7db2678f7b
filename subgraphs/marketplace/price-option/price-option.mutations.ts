import { LockMode } from '@mikro-orm/postgresql';
import { GraphQLLocalDate } from 'graphql-scalars';
import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import { RequiresScopes } from '../../../shared/access/requires-scopes.ts';
import { DomainError } from '../../../shared/errors/domain-error.ts';
import { CurrencyCode } from '../../../shared/scalar/currency-code.ts';
import { Decimal } from '../../../shared/scalar/decimal.ts';
import { assertOwn } from '../../../shared/write/assert-own.ts';
import { findRow, findRowToEdit } from '../../../shared/write/find-row.ts';
import { write } from '../../../shared/write/write.ts';
import { EditInput, NewInput } from '../../../shared/write/write-inputs.ts';
import type { Context } from '../context.ts';
import { amountIn, dayOr, uuidIn } from '../input-values.ts';
import { recordChanged } from '../service/service.events.ts';
import { Service, ServiceStatus } from '../service/service.ts';
import { PriceOption } from './price-option.ts';

@InputType()
export class AddPriceOptionInput extends NewInput {
  @Field(() => ID)
  serviceId: string;

  @Field(() => String, { description: 'For whom or what it is; once among the open prices of the service.' })
  label: string;

  @Field(() => Decimal)
  amount: string;

  @Field(() => CurrencyCode)
  currency: string;

  @Field(() => String, { nullable: true, description: 'What the price is for: "ticket", "hour", "group".' })
  unit?: string | null;
}

@InputType()
export class WithdrawPriceOptionInput extends EditInput {
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Today where it is left out.' })
  on?: string | null;
}

@Resolver()
export class PriceOptionMutations {
  @Mutation(() => PriceOption, { description: 'Adds a price that can be chosen for a service that has not ended.' })
  @RequiresScopes('hub:write', 'marketplace:write')
  addPriceOption(@Arg('input', () => AddPriceOptionInput) input: AddPriceOptionInput, @Ctx() context: Context) {
    return write(context, PriceOption, 'addPriceOption', input, async (em) => {
      uuidIn('Service', 'serviceId', input.serviceId);
      const service = await findRow(em, Service, input.serviceId);
      assertOwn(service);
      await em.lock(service, LockMode.PESSIMISTIC_WRITE);
      service.requireNotEnded('get another price');
      if (await em.findOne(PriceOption, { serviceId: service.uuid, label: input.label, withdrawnOn: null })) {
        const message = `"${service.name}" has a price "${input.label}" already. Withdraw it first, or take another label.`;
        throw new DomainError('CONFLICT', message, { field: 'label' });
      }
      if (service.status !== ServiceStatus.DRAFT) recordChanged(em, service);
      return Object.assign(new PriceOption(), {
        organisationId: service.organisationId,
        serviceId: service.uuid,
        label: input.label,
        amount: amountIn('amount', input.amount),
        currency: input.currency,
        unit: input.unit ?? null,
      });
    });
  }

  @Mutation(() => PriceOption, { description: 'Lets nobody choose a price any more; what was ordered at it stays.' })
  @RequiresScopes('hub:write', 'marketplace:write')
  withdrawPriceOption(
    @Arg('input', () => WithdrawPriceOptionInput) input: WithdrawPriceOptionInput,
    @Ctx() context: Context,
  ) {
    return write(context, PriceOption, 'withdrawPriceOption', input, async (em) => {
      const option = await findRowToEdit(em, PriceOption, input);
      const service = await em.findOneOrFail(Service, option.serviceId, { lockMode: LockMode.PESSIMISTIC_WRITE });
      option.withdraw(dayOr(input.on));
      if (service.status !== ServiceStatus.DRAFT) recordChanged(em, service);
      return option;
    });
  }
}
