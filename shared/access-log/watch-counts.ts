import { type GraphQLSchema, getNamedType } from 'graphql';
import { currentNotes } from './asking.ts';
import { heed, resolverOf } from './heed.ts';
import type { People } from './people.ts';

const COUNT = 'FiguresFile';

/** Has an executable schema note each raw count of people, which names nobody and may yet be of one person, and each refusal of one. */
export function watchCounts(schema: GraphQLSchema, { datasets }: Pick<People, 'datasets'>): void {
  for (const field of Object.values(schema.getQueryType()?.getFields() ?? {})) {
    if (getNamedType(field.type).name !== COUNT) continue;

    const resolve = resolverOf(field);
    field.resolve = (source, args: { dataset: string; period: string }, context, info) => {
      if (!datasets.includes(args.dataset)) return resolve(source, args, context, info);
      return heed(
        () => resolve(source, args, context, info),
        () => currentNotes().denied(COUNT, null, field.name), // what is refused may be asked in any words
        (file) => currentNotes().counted(file, COUNT, [args.dataset, args.period]),
      );
    };
  }
}
