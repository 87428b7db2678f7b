import type { FilterQuery } from '@mikro-orm/postgresql';
import { Arg, Args, Ctx, Field, ID, InputType, Query, Resolver, registerEnumType } from 'type-graphql';
import { NACE } from '../../../shared/classification/code-list.ts';
import { connectionOf, PageArguments } from '../../../shared/connection/connection.ts';
import type { Order } from '../../../shared/connection/cursor.ts';
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

  @Field(() => String, { nullable: true, description: 'A section, division, group or class of NACE Rev. 2.1.' })
  activity?: string;
}

export enum ServiceOrder {
  NAME_ASC = 'NAME_ASC',
  NEWEST_FIRST = 'NEWEST_FIRST',
}
registerEnumType(ServiceOrder, {
  name: 'ServiceOrder',
  description: 'How services are listed: by name, or the last offered first.',
});

const ORDERS: Record<ServiceOrder, Order[]> = {
  NAME_ASC: [{ property: 'name' }],
  NEWEST_FIRST: [{ property: 'offeredSince', descending: true }],
};

@Resolver(() => Service)
export class ServiceResolver {
  @Query(() => ServiceConnection, { nullable: true, description: 'What is offered, or was; no drafts.' })
  services(
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => ServiceFilter, { nullable: true }) filter: ServiceFilter | null,
    @Arg('orderBy', () => ServiceOrder, { defaultValue: ServiceOrder.NAME_ASC }) orderBy: ServiceOrder,
    @Ctx() { em }: Context,
  ) {
    const where: FilterQuery<Service> = {
      ...withinTerritory(filter?.territory),
      $and: [PUBLIC, filter?.status ? { status: filter.status } : {}, ofActivity(filter?.activity)],
    };
    return ServiceConnection.of(pageOf(em, { entity: Service, where, order: ORDERS[orderBy] }, page));
  }

  @Query(() => Service, { nullable: true })
  service(@Arg('id', () => ID) id: string, @Ctx() context: Context) {
    return resolveService({ id }, context);
  }
}

export const resolveService = ({ id }: { id: string }, { loaders }: Context) => loaders.serviceById.load(id);

/** Codes of NACE begin with those above them. Throws Invalid for a code that it does not have. */
const ofActivity = (code: string | undefined): FilterQuery<Service> =>
  code == null ? {} : { activityCode: { $like: `${NACE.get(code).code}%` } };
