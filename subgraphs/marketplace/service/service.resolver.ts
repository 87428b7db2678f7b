import type { FilterQuery } from '@mikro-orm/postgresql';
import { Arg, Args, Ctx, Field, ID, InputType, Query, Resolver } from 'type-graphql';
import { connectionOf, PageArguments } from '../../../shared/connection/connection.ts';
import { pageOf } from '../../../shared/connection/page.ts';
import { withinTerritory } from '../../../shared/database/placed-row.ts';
import type { Context } from '../context.ts';
import { PUBLIC, Service, ServiceStatus } from './service.ts';

export const ServiceConnection = connectionOf(Service, 'Service');

@InputType()
export class ServiceFilter {
  @Field(() => String, { nullable: true, description: 'Offered in this territory, or beneath it.' })
  territory?: string;

  @Field(() => ServiceStatus, { nullable: true })
  status?: ServiceStatus;
}

@Resolver(() => Service)
export class ServiceResolver {
  @Query(() => ServiceConnection, { description: 'What is offered, or was, by name; no drafts.' })
  services(
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => ServiceFilter, { nullable: true }) filter: ServiceFilter | null,
    @Ctx() { em }: Context,
  ) {
    const where: FilterQuery<Service> = {
      ...withinTerritory(filter?.territory),
      $and: [PUBLIC, filter?.status ? { status: filter.status } : {}],
    };
    return ServiceConnection.of(pageOf(em, { entity: Service, where, order: [{ property: 'name' }] }, page));
  }

  @Query(() => Service, { nullable: true })
  service(@Arg('id', () => ID) id: string, @Ctx() context: Context) {
    return resolveService({ id }, context);
  }
}

export const resolveService = ({ id }: { id: string }, { loaders }: Context) => loaders.serviceById.load(id);
