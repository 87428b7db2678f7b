import { Arg, Args, Ctx, Field, ID, InputType, Query, Resolver } from 'type-graphql';
import { connectionOf, PageArguments } from '../../../shared/connection/connection.ts';
import { pageOf } from '../../../shared/connection/page.ts';
import { withinTerritory } from '../../../shared/database/placed-row.ts';
import type { Context } from '../context.ts';
import { SupportCentre } from './support-centre.ts';

export const SupportCentreConnection = connectionOf(SupportCentre, 'SupportCentre');

@InputType()
export class SupportCentreFilter {
  @Field(() => String, { nullable: true, description: 'Serving this territory, or one beneath it.' })
  territory?: string;
}

@Resolver(() => SupportCentre)
export class SupportCentreResolver {
  @Query(() => SupportCentreConnection, { nullable: true, description: 'The centres of all partnerships, by name.' })
  supportCentres(
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => SupportCentreFilter, { nullable: true }) filter: SupportCentreFilter | null,
    @Ctx() { em }: Context,
  ) {
    const where = withinTerritory(filter?.territory);
    return SupportCentreConnection.of(
      pageOf(em, { entity: SupportCentre, where, order: [{ property: 'name' }] }, page),
    );
  }

  @Query(() => SupportCentre, { nullable: true })
  supportCentre(@Arg('id', () => ID) id: string, @Ctx() context: Context) {
    return resolveSupportCentre({ id }, context);
  }
}

export const resolveSupportCentre = ({ id }: { id: string }, { loaders }: Context) =>
  loaders.supportCentreById.load(id);
