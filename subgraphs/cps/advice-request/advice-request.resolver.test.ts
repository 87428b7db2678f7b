import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { act, read } from '../../../test/kit/ask.ts';
import { supportCentre } from '../../../test/kit/given-cps.ts';
import { SubgraphUnderTest } from '../../../test/kit/subgraph.ts';
import { cps } from '../subgraph.ts';

const subgraph = new SubgraphUnderTest(cps);
const COUNTS = '{ supportCentres(first: 100) { nodes { name adviceRequests { open answered closed } } } }';

it('counts requests by what became of them, whatever is answered and closed in whatever order', async () => {
  const FLOW: Record<string, [from: string, to: 'answered' | 'closed']> = {
    answerAdviceRequest: ['open', 'answered'],
    closeAdviceRequest: ['answered', 'closed'],
  };
  const commands = fc.array(fc.tuple(fc.constantFrom(...Object.keys(FLOW)), fc.nat({ max: 2 })), { maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(commands, async (sequence) => {
      const centre = supportCentre('CPS');
      await subgraph.given(centre);
      const requests: { id: string; status: string; version: number }[] = [];
      for (const topic of ['OWN_IDEA', 'FUNDING', 'OTHER']) {
        const input = { supportCentreId: centre.id, topic, channel: 'PHONE', on: '2026-03-02' };
        const { row } = await act(subgraph, 'requestAdvice', input, 'id topic channel status territory { code }');
        expect(row).toMatchObject({ topic, channel: 'PHONE', status: 'OPEN', territory: { code: 'PL_1261011' } });
        requests.push({ id: row?.id, status: 'open', version: 1 });
      }

      for (const [command, which] of sequence) {
        const request = requests[which] as (typeof requests)[number];
        const [from, to] = FLOW[command] ?? ['', 'closed'];
        const edit = { id: request.id, expectedVersion: request.version, on: '2026-03-03' };
        const { code } = await act(subgraph, command, edit);
        expect(code).toBe(request.status === from ? undefined : 'CONFLICT');
        if (request.status === from) Object.assign(request, { status: to, version: request.version + 1 });
      }

      const count = (status: string) => requests.filter((one) => one.status === status).length;
      expect((await read(subgraph, COUNTS)).supportCentres.nodes).toEqual([
        { name: 'CPS', adviceRequests: { open: count('open'), answered: count('answered'), closed: count('closed') } },
      ]);
      expect(await subgraph.events()).toEqual([]);
    }),
    { numRuns: 6 },
  );
});

it.each([1, 10, 100])('counts for %i centres in one statement', async (many) => {
  await subgraph.given(...Array.from({ length: many }, (_, i) => supportCentre(`centre ${i}`)));

  const { supportCentres } = await read(subgraph, COUNTS);

  expect(supportCentres.nodes).toHaveLength(many);
  expect(subgraph.sql).toHaveLength(2);
});

it('shows no request by itself: none has a key, a field of Query or a list', async () => {
  const { schema, sdl } = await cps.build();

  expect(sdl).not.toMatch(/AdviceRequest [^{]*@key|AdviceRequestConnection/);
  expect(Object.keys(schema.getQueryType()?.getFields() ?? {}).filter((name) => /advicerequest/i.test(name))).toEqual(
    [],
  );
  expect(sdl).toMatch(/type AdviceRequest @requiresScopes/);
});
