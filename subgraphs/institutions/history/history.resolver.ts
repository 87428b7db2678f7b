import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { connectionOf, PageArguments } from '../../../shared/connection/connection.ts';
import type { Context } from '../context.ts';
import { Manufactory } from '../manufactory/manufactory.ts';
import { ManufactoryTransition } from './manufactory-transition.ts';

export const ManufactoryTransitionConnection = connectionOf(ManufactoryTransition, 'ManufactoryTransition');

@Resolver(() => Manufactory)
export class HistoryResolver {
  @FieldResolver(() => ManufactoryTransitionConnection, {
    description:
      'The steps that it took in the hub, the first one first; a register brings only the state that it is in.',
  })
  history(@Root() { uuid }: Manufactory, @Args(() => PageArguments) page: PageArguments, @Ctx() { loaders }: Context) {
    return ManufactoryTransitionConnection.of(loaders.transitionsByManufactory(page).load(uuid));
  }
}
