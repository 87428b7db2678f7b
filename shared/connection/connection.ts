import { ArgsType, type ClassType, Directive, Field, Int, ObjectType } from 'type-graphql';
import { type Alternative, RequiresScopes } from '../access/requires-scopes.ts';
import { encodeCursor } from './cursor.ts';
import type { PageRequest } from './listing.ts';
import type { Page } from './page.ts';

@ArgsType()
export class PageArguments implements PageRequest {
  @Field(() => Int, {
    defaultValue: 20,
    description: 'How many at the most, up to 100.',
  })
  first: number;

  @Field(() => String, {
    nullable: true,
    description: 'Go on behind this cursor.',
  })
  after?: string | null;
}

@ObjectType({ description: 'Where a page stands in its list.' })
@Directive('@shareable')
export class PageInfo {
  @Field(() => Boolean)
  hasNextPage: boolean;

  @Field(() => Boolean)
  hasPreviousPage: boolean;

  @Field(() => String, { nullable: true })
  startCursor: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Give it as `after` to get the next page.',
  })
  endCursor: string | null;
}

export interface Connection<T> {
  edges: { cursor: string; node: T }[];
  nodes: T[];
  pageInfo: PageInfo;
  totalCount(): Promise<number>;
}

/**
 * Makes the connection and edge types of a type; `.of(page)` fills them. They are for its readers, where it is not public:
 * nobody else pages or counts. Person types have no `totalCount`.
 */
export function connectionOf<T extends object>(node: ClassType<T>, name: string, readers: readonly Alternative[] = []) {
  @ObjectType(`${name}Edge`, {
    description: `One ${name} of a list, with its place.`,
  })
  class Edge {
    @Field(() => String)
    cursor: string;

    @Field(() => node)
    node: T;
  }

  @ObjectType(`${name}Connection`, {
    description: `A page of a list of ${name}.`,
  })
  class ConnectionType implements Connection<T> {
    readonly #count: () => Promise<number>;

    @Field(() => [Edge])
    edges: Edge[];

    @Field(() => [node], { description: 'The same as `edges { node }`.' })
    nodes: T[];

    @Field(() => PageInfo)
    pageInfo: PageInfo;

    @Field(() => Int, { description: 'How many the whole list holds.' })
    totalCount(): Promise<number> {
      return this.#count();
    }

    constructor(page: Page<T>) {
      this.#count = page.count;
      this.nodes = page.rows;
      this.edges = page.rows.map((row) => ({
        cursor: encodeCursor(row, page.order),
        node: row,
      }));
      this.pageInfo = {
        hasNextPage: page.hasNextPage,
        hasPreviousPage: page.hasPreviousPage,
        startCursor: this.edges[0]?.cursor ?? null,
        endCursor: this.edges.at(-1)?.cursor ?? null,
      };
    }

    static async of(page: Promise<Page<T>>): Promise<ConnectionType> {
      return new ConnectionType(await page);
    }
  }

  if (readers.length > 0) for (const type of [Edge, ConnectionType]) RequiresScopes(...readers)(type);
  return ConnectionType;
}
