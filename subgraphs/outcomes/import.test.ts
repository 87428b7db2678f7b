import { beforeEach, expect, it } from '@jest/globals';
import { keyToUuid } from '../../shared/register/key.ts';
import { load, read } from '../../test/kit/ask.ts';
import { SubgraphUnderTest } from '../../test/kit/subgraph.ts';
import { outcomes } from './subgraph.ts';

const subgraph = new SubgraphUnderTest(outcomes);
const networks = (...lines: string[]) =>
  load(subgraph, 'importNetworks', 'malopolska', 'key,organisation,name,level,territory,source', ...lines);

beforeEach(() => subgraph.given());

it('shows what the register of networks says', async () => {
  const report = await networks('network,norwid/rops,Małopolska,REGIONAL,PL21,invented');
  const data = await read(
    subgraph,
    '{ networks { nodes { id name level source version organisation { id } territory { code name } } } }',
  );

  expect(report).toMatchObject({ added: 1, problems: [] });
  expect(data.networks.nodes).toEqual([
    {
      id: `Network_${keyToUuid('malopolska/network')}`,
      name: 'Małopolska',
      level: 'REGIONAL',
      source: 'invented',
      version: 1,
      organisation: { id: `Organisation_${keyToUuid('norwid/rops')}` },
      territory: { code: 'PL21', name: 'Małopolskie' },
    },
  ]);
});

it('names the line and the column of a network at another level than its territory', async () => {
  const { added, problems } = await networks(
    'a,norwid/rops,Małopolska,REGIONAL,PL21,',
    'b,norwid/rops,Kraków,LOCAL,PL_1261011,',
    'c,norwid/rops,Polska,EUROPEAN,PL,',
  );

  expect(added).toBe(0);
  expect(problems).toEqual([
    { line: 3, column: 'level', reason: expect.stringContaining('LOCAL') },
    { line: 4, column: 'level', reason: expect.stringContaining('NATIONAL') },
  ]);
});
