import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { PageArguments } from '../../../shared/connection/connection.ts';
import { uuidOf } from '../../../shared/global-id/global-id.ts';
import { Money } from '../../../shared/money/money.ts';
import type { Context } from '../context.ts';
import { IncentiveConnection } from '../incentive/incentive.resolver.ts';
import { Manufactory } from './manufactory.stub.ts';

/** What the municipality adds to a manufactory. */
@Resolver(() => Manufactory)
export class ManufactoryResolver {
  @FieldResolver(() => IncentiveConnection, { nullable: true, description: 'What it was awarded, the oldest first.' })
  incentives(@Root() { id }: Manufactory, @Args(() => PageArguments) page: PageArguments, @Ctx() { loaders }: Context) {
    const uuid = uuidOf('Manufactory', id);
    return uuid && IncentiveConnection.of(loaders.incentivesByManufactory(page).load(uuid));
  }

  @FieldResolver(() => Money, {
    nullable: true,
    description:
      'What was paid of its incentives, not only awarded, less what was returned; null without any, and where currencies differ.',
  })
  publicCost(@Root() { id }: Manufactory, @Ctx() { loaders }: Context) {
    const uuid = uuidOf('Manufactory', id);
    return uuid && loaders.publicCostByManufactory.load(uuid);
  }
}
