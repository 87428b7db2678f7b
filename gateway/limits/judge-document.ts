import type { DocumentNode, GraphQLError } from 'graphql';
import { type Extent, extentsOf } from './extent.ts';
import type { DocumentLimits } from './limits.ts';
import { type Refusal, refusal } from './refusal.ts';

type Measure = keyof Extent;

const JUDGED: Record<Measure, { code: Refusal; has: (asked: number) => string; wayOut: string }> = {
  depth: {
    code: 'TOO_DEEP',
    has: (asked) => `nests fields ${asked} deep`,
    wayOut: 'Ask for what lies deeper by its id.',
  },
  fields: {
    code: 'TOO_MANY_FIELDS',
    has: (asked) => `has ${asked} fields, with its fragments written out`,
    wayOut: 'Send it in parts.',
  },
  rootFields: {
    code: 'TOO_MANY_ROOT_FIELDS',
    has: (asked) => `has ${asked} fields at its root`,
    wayOut: 'Send it in parts.',
  },
  aliases: {
    code: 'TOO_MANY_ALIASES',
    has: (asked) => `has ${asked} aliases`,
    wayOut: 'Ask for a list where there is one, or send the operation several times with other variables.',
  },
  directives: {
    code: 'TOO_MANY_DIRECTIVES',
    has: (asked) => `has ${asked} directives`,
    wayOut: 'Put what is left out together into one fragment.',
  },
};

/** All that a document's operations have too much of. */
export function refusedUnvalidated(document: DocumentNode, limits: DocumentLimits): GraphQLError[] {
  const refusals: GraphQLError[] = [];
  for (const [definition, extent] of extentsOf(document)) {
    const name = definition.name ? `The operation ${definition.name.value}` : 'The operation';
    for (const measure of Object.keys(JUDGED) as Measure[]) {
      const [asked, limit] = [extent[measure], limits[measure]];
      if (asked <= limit) continue;
      const { code, has, wayOut } = JUDGED[measure];
      const message = `${name} ${has(asked)}; the limit is ${limit}. ${wayOut}`;
      refusals.push(refusal(code, message, { limit, asked }));
    }
  }
  return refusals;
}
