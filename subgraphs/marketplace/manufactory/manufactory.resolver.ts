import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { PageArguments } from '../../../shared/connection/connection.ts';
import { uuidOf } from '../../../shared/global-id/global-id.ts';
import type { Context } from '../context.ts';
import { ServiceConnection } from '../service/service.resolver.ts';
import { Manufactory } from './manufactory.stub.ts';

/** What the marketplace adds to a manufactory. */
@Resolver(() => Manufactory)
export class ManufactoryResolver {
  @FieldResolver(() => ServiceConnection, {
    nullable: true,
    description: 'What it offers, or did, by name; no drafts.',
  })
  services(@Root() { id }: Manufactory, @Args(() => PageArguments) page: PageArguments, @Ctx() { loaders }: Context) {
    const uuid = uuidOf('Manufactory', id);
    return uuid && ServiceConnection.of(loaders.servicesByManufactory(page).load(uuid));
  }
}
