import type { EntityManager, FilterQuery } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { ArgsType, Field, ID, Int } from 'type-graphql';
import type { OwnedRow } from '../database/owned-row.ts';
import { Invalid } from '../errors/domain-error.ts';
import { uuidIn } from '../write/named-row.ts';
import { encodeCursor } from './cursor.ts';
import { type Listing, totalOrder } from './listing.ts';
import { pagesByKey } from './pages-by-key.ts';

/** A part of a list about one person, which has no connection: nothing about people is counted. */
@ArgsType()
export class PartArguments {
  @Field(() => Int, { defaultValue: 20, description: 'How many at the most, up to 100.' })
  first: number;

  @Field(() => ID, { nullable: true, description: 'Go on behind the one with this id.' })
  afterId?: string | null;
}

/** Reads parts of many lists, one for each uuid that `key` holds, all in one statement; one more to go on behind a row. */
export const partsByKey = <T extends OwnedRow>(
  em: EntityManager,
  listing: Listing<T>,
  key: keyof T & string,
  { first, afterId }: PartArguments,
): DataLoader<string, T[]> =>
  new DataLoader(async (keys) => {
    const after = afterId == null ? null : await cursorOf(em, listing, afterId, { [key]: { $in: [...keys] } });
    const pages = pagesByKey(em, listing, key, { first, after });
    return Promise.all(keys.map(async (one) => (await pages.load(one)).rows));
  });

/** Throws INVALID, in the same words whatever the reason, for an id that is none of the lists'. */
async function cursorOf<T extends OwnedRow>(
  em: EntityManager,
  listing: Listing<T>,
  id: string,
  where: object,
): Promise<string> {
  const uuid = uuidIn('afterId', listing.entity.name, id);
  const row = await em.findOne<OwnedRow>(listing.entity, { uuid, ...where } as FilterQuery<OwnedRow>);
  if (row) return encodeCursor(row, totalOrder(listing));
  throw new Invalid('`afterId` is the id of none of the list. Take that of the last one you got, or leave it out.', {
    field: 'afterId',
  });
}
