import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { v4 } from 'uuid';
import { Incentive, IncentiveStatus } from '../../subgraphs/municipality/incentive/incentive.ts';
import { IncentiveKind } from '../../subgraphs/municipality/incentive/incentive-kind.ts';
import { Municipality } from '../../subgraphs/municipality/municipality/municipality.ts';
import { municipality } from '../../subgraphs/municipality/subgraph.ts';
import { SubgraphUnderTest } from '../../test/kit/subgraph.ts';
import { badCursor, decodeCursor, encodeCursor } from './cursor.ts';
import { pageOf } from './page.ts';
import { pagesByKey } from './pages-by-key.ts';

const subgraph = new SubgraphUnderTest(municipality);

function krakow(): Municipality {
  const row = Object.assign(new Municipality(), { name: 'Kraków', organisationId: v4() });
  row.placeIn('PL_1261011');
  return row;
}

function incentive(by: Municipality, manufactoryId: string, awardedOn: string): Incentive {
  const row = Object.assign(new Incentive(), {
    organisationId: by.organisationId,
    municipalityId: by.uuid,
    manufactoryId,
    kind: IncentiveKind.GRANT,
    status: IncentiveStatus.AWARDED,
    awarded: '10.00',
    currency: 'PLN',
    awardedOn,
  });
  row.placeIn('PL_1261011');
  return row;
}

const day = fc.integer({ min: 1, max: 5 }).map((number) => `2006-03-0${number}`);

describe.each([false, true])('in an order with descending: %s', (descending) => {
  const order = [{ property: 'awardedOn', descending }];

  it('gives each row once, in order, however it is paged, and for many lists at once as for each alone', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(day, { maxLength: 9 }), { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 4 }),
        async (lists, first) => {
          const [by, keys] = [krakow(), lists.map(() => v4())];
          const rows = lists.flatMap((days, i) => days.map((one) => incentive(by, keys[i] ?? '', one)));
          await subgraph.given(by, ...rows);

          for (const key of keys) {
            const expected = rows
              .filter(({ manufactoryId }) => manufactoryId === key)
              .map(({ uuid, awardedOn }) => [awardedOn, uuid].join());
            expected.sort();
            if (descending)
              expected.sort(
                (a, b) => Number(a.slice(0, 10) < b.slice(0, 10)) - Number(a.slice(0, 10) > b.slice(0, 10)),
              );
            expect(await walk(key, first, 'many')).toEqual(expected);
            expect(await walk(key, first, 'one')).toEqual(expected);
          }
        },
      ),
      { numRuns: 15 },
    );
  });

  async function walk(key: string, first: number, by: 'one' | 'many'): Promise<string[]> {
    const found: string[] = [];
    let after: string | null = null;
    for (;;) {
      const em = subgraph.orm.em.fork();
      const listing = { entity: Incentive, order };
      const page =
        by === 'one'
          ? await pageOf(em, { ...listing, where: { manufactoryId: key } }, { first, after })
          : (await pagesByKey(em, listing, 'manufactoryId', { first, after }).loadMany([v4(), key]))[1];
      if (!page || page instanceof Error) throw page;
      expect(await page.count()).toBeGreaterThanOrEqual(page.rows.length);
      found.push(...page.rows.map(({ uuid, awardedOn }) => [awardedOn, uuid].join()));
      const last = page.rows.at(-1);
      if (!page.hasNextPage || !last) return found;
      after = encodeCursor(last, page.order);
    }
  }
});

/** A cursor that nobody gave. */
const place = (...values: unknown[]): string =>
  Buffer.from(JSON.stringify(['awardedOn,uuid', ...values])).toString('base64url');

it.each([
  ['no base64', '%%%'],
  ['no JSON', Buffer.from('{').toString('base64url')],
  ['another order', encodeCursor({ name: 'x', uuid: v4() }, [{ property: 'name' }, { property: 'uuid' }])],
  ['no date', place('x', v4())],
  ['a day that no month has', place('2006-02-30', v4())],
  ['a date to PostgreSQL alone', place('infinity', v4())],
  ['no uuid', place('2006-03-01', 'x')],
  ['a number in place of a date', place(20060301, v4())],
  ['a number in place of a uuid', place('2006-03-01', 1)],
  ['an object', place({ $ne: 1 }, v4())],
])('refuses a cursor that is %s with a code and the way out', async (_, after) => {
  await subgraph.given(krakow());
  const asked = [
    `{ incentives(after: "${after}") { totalCount nodes { id } } }`,
    `{ _entities(representations: [{ __typename: "Manufactory", id: "Manufactory_${v4()}" }]) { ... on Manufactory { incentives(after: "${after}") { nodes { id } } } } }`,
  ];

  for (const query of asked) {
    const { errors } = await subgraph.ask(query);
    expect(errors?.[0]?.message).toBe(badCursor(after).message);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'INVALID', field: 'after' });
  }
});

it.each([101, -1])('refuses first: %i, naming the limit', async (first) => {
  const { errors } = await subgraph.ask(`{ incentives(first: ${first}) { nodes { id } } }`);

  expect(errors?.[0]?.extensions).toMatchObject({ code: 'INVALID', field: 'first', limit: 100 });
});

it.each([
  ['text', 'a\0b', 'a\ud83d', 1, null],
  ['varchar(255)', 'a\0b', 1],
  ['int', '1', 1.5, 2 ** 31],
  ['timestamptz(0)', '2006-03-01', 'now', 'infinity', '2006-03-01T25:00:00.000Z'],
  ['numeric(14, 2)', 'NaN', '', 1],
])('takes for a place in a %s column nothing that such a column could not hold', (type, ...values) => {
  const order = [{ property: 'one' }];
  for (const one of values) {
    expect(() => decodeCursor(encodeCursor({ one }, order), order, () => type)).toThrow('no cursor of this list');
  }
});

it.each([
  ['int', 7],
  ['timestamptz(0)', new Date('2006-03-01T12:00:00Z').toJSON()],
  ['numeric(14, 2)', '1250.50'],
])('reads back the place that a cursor holds in a %s column', (type, one) => {
  const order = [{ property: 'one' }];

  expect(decodeCursor(encodeCursor({ one }, order), order, () => type)).toEqual([one]);
});

it('reads back the place that a cursor was made for', () => {
  const order = [{ property: 'name' }, { property: 'uuid' }];
  const typeOf = (property: string) => (property === 'uuid' ? 'uuid' : 'text');
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.uuid(), (name, uuid) => {
      expect(decodeCursor(encodeCursor({ name, uuid }, order), order, typeOf)).toEqual([name, uuid]);
    }),
  );
});
