import { Args, type ClassType, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { forPurposes, RequiresScopes } from '../access/requires-scopes.ts';
import { PageArguments } from '../connection/connection.ts';
import type { accessLogLoaders } from './access-log.loaders.ts';
import type { People } from './people.ts';
import { type OrganisationStub, personAccessTypes } from './person-access.ts';

interface LogContext {
  loaders: ReturnType<typeof accessLogLoaders>;
}

export interface AccessLogField<T extends object> {
  /** The type of the person to which the field is added. */
  of: ClassType<T>;
  /** The field's name: each subgraph has a log of its own, and a name for it. */
  name: string;
  people: People;
  organisation: OrganisationStub;
}

/** Makes a person's own view of who looked at them, for the person and for those who look into it. */
export function accessLogResolver<T extends object>({ of, name, people, organisation }: AccessLogField<T>): ClassType {
  const PersonAccessConnection = personAccessTypes(organisation);
  const personOf = people.types[of.name] as (person: T) => string;

  @Resolver(() => of)
  class AccessLogResolver {
    @FieldResolver(() => PersonAccessConnection, {
      name,
      description:
        'Who looked at what is kept here about the person, or wrote it; the newest first. To ask is logged, too.',
    })
    @RequiresScopes(...forPurposes('people:read', 'DATA_SUBJECT'), ...forPurposes('people:audit', 'AUDIT'))
    async accessLog(@Root() person: T, @Args(() => PageArguments) page: PageArguments, @Ctx() { loaders }: LogContext) {
      const { first, after = null } = page;
      return new PersonAccessConnection(await loaders.accessesByPerson({ first, after }).load(personOf(person)));
    }
  }
  return AccessLogResolver;
}
