import { beforeEach, expect, it } from '@jest/globals';
import type { OwnedRow } from '../../shared/database/owned-row.ts';
import type { PlacedRow } from '../../shared/database/placed-row.ts';
import type { EventType } from '../../shared/events/cloud-event.ts';
import type { RequestContext } from '../../shared/subgraph/subgraph.ts';
import type { LiveSubgraph } from '../kit/live.ts';

export interface PlacedSubscription<C extends RequestContext> {
  live: LiveSubgraph<C>;
  /** The subscription's field, and the field of its events that shows the row. */
  field: string;
  shows: string;
  /** The list that takes the same filter. */
  list: string;
  type: EventType;
  data?: object;
  /** A row in a territory, and what it stands on. */
  row: (territory: string) => { row: PlacedRow; needs: OwnedRow[] };
}

const PLACES = ['PL_1261011-D18', 'PL_1261011', 'PL_1203053', 'PL911', 'DE212', 'PL_1261011-D18', 'DE212'];

/** What each subscription with a territory promises. */
export function placedSubscription<C extends RequestContext>(subscription: PlacedSubscription<C>): void {
  const { live, field, shows, list, type, data = {}, row } = subscription;
  const query = `subscription ($territory: String, $after: EventPosition) {
    ${field}(territory: $territory, after: $after) { position at ${shows} { id territory { code } } } }`;
  let given: PlacedRow[];
  let times: string[];
  beforeEach(async () => {
    const made = PLACES.map(row);
    given = made.map((one) => one.row);
    await live.given(...made.flatMap((one) => one.needs), ...given);
    const events = given.map(
      ({ id }) =>
        [
          { type, subject: id, data },
          { type: 'hub.graph.touched.v1', subject: '/', data: {} },
        ] as const,
    );
    times = (await live.publish(...events.flat())).map(({ time }) => time);
  });

  it.each([
    [undefined, PLACES],
    ['EU', PLACES],
    ['PL', PLACES.filter((code) => code.startsWith('PL'))],
    ['PL21', ['PL_1261011-D18', 'PL_1261011', 'PL_1203053', 'PL_1261011-D18']],
    ['PL_1261011', ['PL_1261011-D18', 'PL_1261011', 'PL_1261011-D18']],
    ['PL_1261011-D18', ['PL_1261011-D18', 'PL_1261011-D18']],
    ['DE', ['DE212', 'DE212']],
  ])('tells of what happens in %s and beneath it, in order, and of nothing from elsewhere', async (territory, told) => {
    const stream = await live.subscribe(query, { territory, after: '0' });

    const results = await stream.results(told.length);

    expect(results.map((one) => one.data[field][shows].territory.code)).toEqual(told);
  });

  it('tells exactly what was missed behind a position, and what each event says', async () => {
    const whole = await (await live.subscribe(query, { after: '0' })).results(PLACES.length);
    const after = whole[2]?.data[field].position;

    const resumed = await live.subscribe(query, { after });
    expect(await resumed.results(PLACES.length - 3)).toEqual(whole.slice(3));
    const byHeader = await live.subscribe(query, { after: '0' }, { 'last-event-id': after });
    expect(await byHeader.results(PLACES.length - 3)).toEqual(whole.slice(3));
    const position = String((await positionsOf(live, type))[0]);
    expect(whole[0]).toEqual({
      data: { [field]: { position, at: times[0], [shows]: { id: given[0]?.id, territory: { code: PLACES[0] } } } },
      extensions: { event: { position, time: times[0] } },
    });
  });

  it('refuses a territory that is none, as the list does', async () => {
    const stream = await live.subscribe(query, { territory: 'PL_126101' });
    const listed = await live.ask(`{ ${list}(filter: { territory: "PL_126101" }) { totalCount } }`);

    const refused = await stream.result();

    const { message, extensions } = listed.errors?.[0] ?? {};
    expect(refused).toEqual({ errors: [expect.objectContaining({ message, extensions })] });
    expect(extensions).toMatchObject({ code: 'INVALID', field: 'territory' });
    expect([await stream.event(), await stream.event()]).toEqual([
      expect.objectContaining({ event: 'complete' }),
      null,
    ]);
  });
}

/** Where the log has the events of a type; it may have others, which the rows themselves left. */
async function positionsOf<C extends RequestContext>({ log }: LiveSubgraph<C>, type: string): Promise<bigint[]> {
  const events = await log.read(0n, 100);
  return events.filter(({ event }) => event.type === type).map(({ position }) => position);
}
