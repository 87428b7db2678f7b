import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { PageArguments } from '../../../shared/connection/connection.ts';
import { uuidOf } from '../../../shared/global-id/global-id.ts';
import type { Context } from '../context.ts';
import { IncentiveConnection } from '../incentive/incentive.resolver.ts';
import { ParentInstitution } from './parent-institution.stub.ts';

/** What the municipality adds to a parent institution. */
@Resolver(() => ParentInstitution)
export class ParentInstitutionResolver {
  @FieldResolver(() => IncentiveConnection, {
    nullable: true,
    description: 'What was awarded to the manufactories while it hosted them, the oldest first.',
  })
  incentives(
    @Root() { id }: ParentInstitution,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { loaders }: Context,
  ) {
    const uuid = uuidOf('ParentInstitution', id);
    return uuid && IncentiveConnection.of(loaders.incentivesByParentInstitution(page).load(uuid));
  }
}
