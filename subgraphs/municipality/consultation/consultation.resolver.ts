import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { PageArguments } from '../../../shared/connection/connection.ts';
import { uuidOf } from '../../../shared/global-id/global-id.ts';
import { BudgetLineConnection } from '../budget-line/budget-line.resolver.ts';
import type { Context } from '../context.ts';
import { Consultation } from './consultation.stub.ts';

/** What the municipality adds to a consultation. */
@Resolver(() => Consultation)
export class ConsultationResolver {
  @FieldResolver(() => BudgetLineConnection, {
    nullable: true,
    description: 'The budget lines that follow from it, by code.',
  })
  budgetLines(
    @Root() { id }: Consultation,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { loaders }: Context,
  ) {
    const uuid = uuidOf('Consultation', id);
    return uuid && BudgetLineConnection.of(loaders.budgetLinesByConsultation(page).load(uuid));
  }
}
