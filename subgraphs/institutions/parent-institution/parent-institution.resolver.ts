import { Arg, Args, Ctx, Field, FieldResolver, ID, InputType, Mutation, Query, Resolver, Root } from 'type-graphql';
import { RequiresScopes } from '../../../shared/access/requires-scopes.ts';
import { connectionOf, PageArguments } from '../../../shared/connection/connection.ts';
import { pageOf } from '../../../shared/connection/page.ts';
import { withinTerritory } from '../../../shared/database/placed-row.ts';
import { assertActsFor } from '../../../shared/write/assert-own.ts';
import { uuidIn } from '../../../shared/write/named-row.ts';
import { write } from '../../../shared/write/write.ts';
import { NewInput } from '../../../shared/write/write-inputs.ts';
import type { Context } from '../context.ts';
import { DepartmentConnection } from '../department/department.connection.ts';
import { ManufactoryConnection } from '../manufactory/manufactory.connection.ts';
import { ParentInstitution } from './parent-institution.ts';

export const ParentInstitutionConnection = connectionOf(ParentInstitution, 'ParentInstitution');

@InputType()
export class ParentInstitutionFilter {
  @Field(() => String, { nullable: true, description: 'Hosting in this territory, or beneath it.' })
  territory?: string;
}

@InputType()
export class RegisterParentInstitutionInput extends NewInput {
  @Field(() => ID, { description: 'The organisation that hosts.' })
  organisationId: string;

  @Field(() => String, { description: 'The code of the territory where it hosts.' })
  territory: string;
}

@Resolver(() => ParentInstitution)
export class ParentInstitutionResolver {
  @Query(() => ParentInstitutionConnection, {
    nullable: true,
    description: 'The institutions that host manufactories.',
  })
  parentInstitutions(
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => ParentInstitutionFilter, { nullable: true }) filter: ParentInstitutionFilter | null,
    @Ctx() { em }: Context,
  ) {
    const where = withinTerritory(filter?.territory);
    return ParentInstitutionConnection.of(pageOf(em, { entity: ParentInstitution, where, order: [] }, page));
  }

  @Query(() => ParentInstitution, { nullable: true })
  parentInstitution(@Arg('id', () => ID) id: string, @Ctx() context: Context) {
    return resolveParentInstitution({ id }, context);
  }

  @FieldResolver(() => ManufactoryConnection, { description: 'The manufactories that it hosts or hosted, by name.' })
  manufactories(
    @Root() { uuid }: ParentInstitution,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { loaders }: Context,
  ) {
    return ManufactoryConnection.of(loaders.manufactoriesByParent(page).load(uuid));
  }

  @FieldResolver(() => DepartmentConnection, { description: 'Its departments, open and closed, by name.' })
  departments(
    @Root() { uuid }: ParentInstitution,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { loaders }: Context,
  ) {
    return DepartmentConnection.of(loaders.departmentsByParent(page).load(uuid));
  }

  @Mutation(() => ParentInstitution, { description: 'Makes an organisation one that hosts manufactories.' })
  @RequiresScopes('hub:write', 'institutions:write')
  registerParentInstitution(
    @Arg('input', () => RegisterParentInstitutionInput) input: RegisterParentInstitutionInput,
    @Ctx() context: Context,
  ) {
    return write(context, ParentInstitution, 'registerParentInstitution', input, async () => {
      const organisationId = uuidIn('organisationId', 'Organisation', input.organisationId);
      assertActsFor(organisationId);
      const parent = Object.assign(new ParentInstitution(), { organisationId });
      parent.placeIn(input.territory);
      return parent;
    });
  }
}

export const resolveParentInstitution = ({ id }: { id: string }, { loaders }: Context) =>
  loaders.parentInstitutionById.load(id);
