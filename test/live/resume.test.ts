import { beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { institutions } from '../../subgraphs/institutions/subgraph.ts';
import { manufactory, parentInstitution } from '../kit/given-institutions.ts';
import { LiveSubgraph } from '../kit/live.ts';

const live = new LiveSubgraph(institutions);
const host = parentInstitution();
const here = manufactory(host, 'Here', {}, 'PL_1261011-D18');
const near = manufactory(host, 'Near', {}, 'PL_1203053');
const far = manufactory(host, 'Far', {}, 'DE212');
const ROWS = [here, near, far];
const TYPES = ['created', 'changed', 'status-changed', 'support-changed', 'elsewhere'] as const;

const QUERY = `subscription ($territory: String) { manufactoryChanged(territory: $territory) { position change } }`;
const IN: Record<string, object[]> = { EU: ROWS, PL: [here, near], PL_1261011: [here], DE: [far] };

beforeAll(() => live.given(host, ...ROWS));

it('gives each event once and in order, wherever a subscriber was cut off and took it up again', async () => {
  const happening = fc.record({ type: fc.constantFrom(...TYPES), row: fc.constantFrom(...ROWS) });
  const asyncProperty = fc.asyncProperty(
    fc.array(fc.array(happening, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 5 }),
    fc.constantFrom(...Object.keys(IN)),
    fc.array(fc.nat({ max: 8 }), { minLength: 1, maxLength: 4 }),
    async (batches, territory, breaks) => {
      const start = await live.log.newest();
      const events = batches.flat().map(({ type, row }) => ({
        type: `hub.manufactory.${type}.v1` as const,
        subject: row.id,
        data: {},
      }));
      const told = batches
        .flat()
        .flatMap(({ type, row }, i) =>
          type !== 'elsewhere' && IN[territory]?.includes(row) ? [String(start + BigInt(i) + 1n)] : [],
        );
      const publishing = (async () => {
        for (let at = 0, i = 0; i < batches.length; i++) {
          const size = batches[i]?.length ?? 0;
          await live.publish(...events.slice(at, at + size));
          at += size;
        }
      })();

      const heard: string[] = [];
      let place = String(start);
      for (const count of [...breaks, Number.POSITIVE_INFINITY]) {
        const stream = await live.subscribe(QUERY, { territory }, { 'last-event-id': place });
        for (let frames = 0; frames < count && heard.length < told.length; frames++) {
          const event = await stream.event();
          place = event?.id ?? place;
          if (event?.event === 'next') heard.push(JSON.parse(event.data).data.manufactoryChanged.position);
        }
        stream.close();
      }
      await publishing;

      expect(heard).toEqual(told);
    },
  );
  await fc.assert(asyncProperty, { numRuns: 40 });
}, 120_000);
