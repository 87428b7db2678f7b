import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { connectionOf } from '../../../shared/connection/connection.ts';
import { toGlobalId } from '../../../shared/global-id/global-id.ts';
import type { Context } from '../context.ts';
import { Service } from '../service/service.ts';
import { NeedAnswer } from './need-answer.ts';

export const NeedAnswerConnection = connectionOf(NeedAnswer, 'NeedAnswer');

@Resolver(() => NeedAnswer)
export class NeedAnswerResolver {
  @FieldResolver(() => Service, { nullable: true })
  service(@Root() { serviceId }: NeedAnswer, @Ctx() { loaders }: Context) {
    return loaders.serviceById.load(toGlobalId('Service', serviceId));
  }
}
