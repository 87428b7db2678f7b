import { type EntityClass, type EntityManager, raw } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { type Listing, type PageRequest, selectPage, totalOrder } from './listing.ts';
import { type Page, toPage } from './page.ts';

/** Reads the pages of many lists, one for each uuid that `key` holds, all in one statement. */
export function pagesByKey<T extends object>(
  em: EntityManager,
  listing: Listing<T>,
  key: keyof T & string,
  request: PageRequest,
): DataLoader<string, Page<T>> {
  const counts = new DataLoader((keys: readonly string[]) => countByKey(em, listing, key, keys));

  return new DataLoader(async (keys) => {
    const column = columnsOf(em, listing);
    const page = selectPage(em, listing, request)
      .andWhere(raw((alias) => `${alias}.${column(key)} = list.key`))
      .toQuery();
    const order = totalOrder(listing).map(
      ({ property, descending }) => `row.${column(property)}${descending ? ' desc' : ''}`,
    );
    const sql =
      `select row.* from unnest(string_to_array(?, ',')::uuid[]) as list(key) ` +
      `cross join lateral (${page.sql}) as row order by ${order.join()}`;
    const found: object[] = await em.execute(sql, [keys.join(), ...page.params]);
    const rows = Map.groupBy(
      found.map((row) => em.map(listing.entity, row as never) as T),
      (row) => row[key] as string,
    );
    return keys.map((one) => toPage(rows.get(one) ?? [], listing, request, () => counts.load(one)));
  });
}

async function countByKey<T extends object>(
  em: EntityManager,
  listing: Listing<T>,
  key: keyof T & string,
  keys: readonly string[],
): Promise<number[]> {
  const column = columnsOf(em, listing)(key);
  const query = em
    .createQueryBuilder(listing.entity as EntityClass<object>, 'row')
    .select([raw(`row.${column} as key`), raw('count(*)::int as count')])
    .where({ [key]: { $in: [...keys] } })
    .groupBy(raw(`row.${column}`));
  if (listing.where) query.andWhere(listing.where as object);
  const counted = await query.execute<{ key: string; count: number }[]>('all', false);
  const counts = new Map(counted.map(({ key: one, count }) => [one, count]));
  return keys.map((one) => counts.get(one) ?? 0);
}

/** Gives a property's column, quoted. */
function columnsOf<T extends object>(em: EntityManager, listing: Listing<T>): (property: string) => string {
  const properties = em.getMetadata().get(listing.entity).properties as Record<string, { fieldNames: string[] }>;
  return (property) => em.getPlatform().quoteIdentifier(properties[property]?.fieldNames[0] ?? property);
}
