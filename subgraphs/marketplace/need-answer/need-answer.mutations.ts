import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { GraphQLLocalDate } from 'graphql-scalars';
import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import { RequiresScopes } from '../../../shared/access/requires-scopes.ts';
import { DomainError } from '../../../shared/errors/domain-error.ts';
import { assertOwn } from '../../../shared/write/assert-own.ts';
import { findRow, findRowToEdit } from '../../../shared/write/find-row.ts';
import { write } from '../../../shared/write/write.ts';
import { EditInput, NewInput } from '../../../shared/write/write-inputs.ts';
import type { Context } from '../context.ts';
import { dayOr, uuidIn } from '../input-values.ts';
import { recordChanged } from '../service/service.events.ts';
import { Service, ServiceStatus } from '../service/service.ts';
import { NeedAnswer } from './need-answer.ts';

@InputType()
export class AnswerNeedInput extends NewInput {
  @Field(() => ID)
  serviceId: string;

  @Field(() => ID)
  needId: string;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Today where it is left out.' })
  on?: string | null;
}

@InputType()
export class WithdrawAnswerInput extends EditInput {
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Today where it is left out.' })
  on?: string | null;
}

@Resolver()
export class NeedAnswerMutations {
  @Mutation(() => NeedAnswer, { description: 'Says that a service, which has not ended, answers a need.' })
  @RequiresScopes('hub:write', 'marketplace:write')
  answerNeed(@Arg('input', () => AnswerNeedInput) input: AnswerNeedInput, @Ctx() context: Context) {
    return write(context, NeedAnswer, 'answerNeed', input, async (em) => {
      uuidIn('Service', 'serviceId', input.serviceId);
      const service = await findRow(em, Service, input.serviceId);
      assertOwn(service);
      await em.lock(service, LockMode.PESSIMISTIC_WRITE);
      service.requireNotEnded('answer a need');
      const needId = uuidIn('Need', 'needId', input.needId);
      if (await em.findOne(NeedAnswer, { serviceId: service.uuid, needId, withdrawnOn: null })) {
        const message = `"${service.name}" answers the need ${input.needId} already. Withdraw that answer to give another.`;
        throw new DomainError('CONFLICT', message, { field: 'needId' });
      }
      tell(em, service);
      return Object.assign(new NeedAnswer(), {
        organisationId: service.organisationId,
        serviceId: service.uuid,
        needId,
        answeredOn: dayOr(input.on),
      });
    });
  }

  @Mutation(() => NeedAnswer, { description: 'Says that a service does not answer a need any more.' })
  @RequiresScopes('hub:write', 'marketplace:write')
  withdrawAnswer(@Arg('input', () => WithdrawAnswerInput) input: WithdrawAnswerInput, @Ctx() context: Context) {
    return write(context, NeedAnswer, 'withdrawAnswer', input, async (em) => {
      const answer = await findRowToEdit(em, NeedAnswer, input);
      answer.withdraw(dayOr(input.on));
      tell(em, await em.findOneOrFail(Service, answer.serviceId, { lockMode: LockMode.PESSIMISTIC_WRITE }));
      return answer;
    });
  }
}

const tell = (em: EntityManager, service: Service): void => {
  if (service.status !== ServiceStatus.DRAFT) recordChanged(em, service);
};
