import { GraphQLDateTime } from 'graphql-scalars';
import { type ClassType, Directive, Field, ObjectType, registerEnumType } from 'type-graphql';
import { forPurposes, RequiresScopes } from '../access/requires-scopes.ts';
import { PageInfo } from '../connection/connection.ts';
import { encodeCursor } from '../connection/cursor.ts';
import { PURPOSES, type Purpose } from '../trust/purpose.ts';
import { type AccessPage, type LoggedAccess, PLACE } from './access-log.loaders.ts';
import type { Access } from './access-notes.ts';

const enumOf = <T extends string>(values: readonly T[]) =>
  Object.fromEntries(values.map((value) => [value, value])) as Record<T, T>;

const AccessKind = enumOf<Access>(['READ', 'WRITE', 'DENIED']);
registerEnumType(AccessKind, {
  name: 'AccessKind',
  description: 'Whether it was read, written, or asked for and not given.',
});

const PurposeEnum = enumOf(PURPOSES);
registerEnumType(PurposeEnum, { name: 'Purpose', description: 'Why somebody works with data about people.' });

/** A subgraph's stub of an organisation, which the partnership's subgraph fills in. */
export type OrganisationStub = ClassType<{ id: string }> & { of(uuid: string): { id: string } };

/** Makes the types of a person's own view of the log, with the subgraph's stub of an organisation. */
export function personAccessTypes(organisation: OrganisationStub) {
  @ObjectType('PersonAccess', { description: 'That somebody looked at an object about a person, or wrote it.' })
  @Directive('@shareable')
  class PersonAccess {
    @Field(() => GraphQLDateTime)
    at: string;

    @Field(() => organisation, { nullable: true, description: 'For whom; null where it was the hub itself.' })
    organisation: { id: string } | null;

    @Field(() => [String], { description: 'What the one who looked is in that organisation.' })
    roles: string[];

    @Field(() => String, { nullable: true, description: 'Who looked: for those alone who look into it.' })
    @RequiresScopes(...forPurposes('people:audit', 'AUDIT'))
    subject: string;

    @Field(() => PurposeEnum, { nullable: true })
    purpose: Purpose | null;

    @Field(() => String, { description: "The object's type." })
    type: string;

    @Field(() => [String], { description: "The object's fields that were in it, by name." })
    fields: string[];

    @Field(() => AccessKind)
    access: Access;

    constructor({ organisationId, ...row }: LoggedAccess) {
      Object.assign(this, row, { organisation: organisationId && organisation.of(organisationId) });
    }
  }

  @ObjectType('PersonAccessEdge')
  @Directive('@shareable')
  class PersonAccessEdge {
    @Field(() => String)
    cursor: string;

    @Field(() => PersonAccess)
    node: PersonAccess;
  }

  @ObjectType('PersonAccessConnection', { description: 'A page of who looked at a person, the newest first.' })
  @Directive('@shareable')
  class PersonAccessConnection {
    @Field(() => [PersonAccessEdge])
    edges: PersonAccessEdge[];

    @Field(() => [PersonAccess], { description: 'The same as `edges { node }`.' })
    nodes: PersonAccess[];

    @Field(() => PageInfo)
    pageInfo: PageInfo;

    constructor({ rows, hasNextPage, hasPreviousPage }: AccessPage) {
      this.edges = rows.map((row) => ({ cursor: encodeCursor(row, PLACE), node: new PersonAccess(row) }));
      this.nodes = this.edges.map(({ node }) => node);
      const [startCursor, endCursor] = [this.edges[0]?.cursor ?? null, this.edges.at(-1)?.cursor ?? null];
      this.pageInfo = { hasNextPage, hasPreviousPage, startCursor, endCursor };
    }
  }
  return PersonAccessConnection;
}
