import { Arg, Args, Ctx, Field, ID, InputType, Query, Resolver } from 'type-graphql';
import { connectionOf, PageArguments } from '../../../shared/connection/connection.ts';
import { pageOf } from '../../../shared/connection/page.ts';
import { withinTerritory } from '../../../shared/database/placed-row.ts';
import type { Context } from '../context.ts';
import { Municipality } from './municipality.ts';

const MunicipalityConnection = connectionOf(Municipality, 'Municipality');

@InputType()
export class MunicipalityFilter {
  @Field(() => String, { nullable: true, description: 'Governing this territory, or one beneath it.' })
  territory?: string;
}

@Resolver(() => Municipality)
export class MunicipalityResolver {
  @Query(() => MunicipalityConnection, { description: 'The municipalities of all partnerships, by name.' })
  municipalities(
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => MunicipalityFilter, { nullable: true }) filter: MunicipalityFilter | null,
    @Ctx() { em }: Context,
  ) {
    const where = withinTerritory(filter?.territory);
    return MunicipalityConnection.of(pageOf(em, { entity: Municipality, where, order: [{ property: 'name' }] }, page));
  }

  @Query(() => Municipality, { nullable: true })
  municipality(@Arg('id', () => ID) id: string, @Ctx() context: Context) {
    return resolveMunicipality({ id }, context);
  }
}

export const resolveMunicipality = ({ id }: { id: string }, { loaders }: Context) => loaders.municipalityById.load(id);
