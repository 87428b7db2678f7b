import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { PageArguments } from '../../../shared/connection/connection.ts';
import { uuidOf } from '../../../shared/global-id/global-id.ts';
import type { Context } from '../context.ts';
import { LegalFormAdvice } from '../legal-form-advice/legal-form-advice.ts';
import { TrainingConnection } from '../training/training.resolver.ts';
import { Manufactory } from './manufactory.stub.ts';

/** What the CPS adds to a manufactory. */
@Resolver(() => Manufactory)
export class ManufactoryResolver {
  @FieldResolver(() => TrainingConnection, {
    nullable: true,
    description: 'The trainings that were held for it, or will be, the newest first.',
  })
  trainings(@Root() { id }: Manufactory, @Args(() => PageArguments) page: PageArguments, @Ctx() { loaders }: Context) {
    const uuid = uuidOf('Manufactory', id);
    return uuid && TrainingConnection.of(loaders.trainingsByManufactory(page).load(uuid));
  }

  @FieldResolver(() => LegalFormAdvice, {
    nullable: true,
    description: 'The latest advice on the form in which it could become independent.',
  })
  legalFormAdvice(@Root() { id }: Manufactory, @Ctx() { loaders }: Context) {
    const uuid = uuidOf('Manufactory', id);
    return uuid && loaders.legalFormAdviceByManufactory.load(uuid);
  }
}
