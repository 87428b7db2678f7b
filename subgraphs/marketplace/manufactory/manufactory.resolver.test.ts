import { expect, it } from '@jest/globals';
import { v4 } from 'uuid';
import { readEntities } from '../../../test/kit/ask.ts';
import { DRAFT, ENDED, service } from '../../../test/kit/given-marketplace.ts';
import { SubgraphUnderTest } from '../../../test/kit/subgraph.ts';
import { marketplace } from '../subgraph.ts';

const subgraph = new SubgraphUnderTest(marketplace);
const id = (uuid: string): string => `Manufactory_${uuid}`;

it.each([1, 10, 1000])(
  'reads the services of %i manufactories in one statement, and counts in one more',
  async (many) => {
    const manufactories = Array.from({ length: many }, () => v4());
    const rows = manufactories.flatMap((manufactory, i) => [
      service(manufactory, `tour ${i}`),
      service(manufactory, `play ${i}`, ENDED),
    ]);
    await subgraph.given(...rows);
    const keys = [...manufactories, v4()].map(id).reverse();

    const found = await readEntities(subgraph, 'Manufactory', keys, 'services(first: 10) { nodes { name } }');
    expect(subgraph.sql).toHaveLength(1);
    const counted = await readEntities(
      subgraph,
      'Manufactory',
      keys,
      'services(first: 10) { totalCount nodes { id } }',
    );
    expect(subgraph.sql).toHaveLength(2);

    expect(found.reverse()).toEqual([
      ...manufactories.map((_, i) => ({ services: { nodes: [{ name: `play ${i}` }, { name: `tour ${i}` }] } })),
      { services: { nodes: [] } },
    ]);
    expect(counted.map(({ services }) => services.totalCount)).toEqual([0, ...manufactories.map(() => 2)]);
  },
);

it('shows and counts no drafts, and leaves no gap in a page where they would be', async () => {
  const [theatre, secret] = [v4(), v4()];
  await subgraph.given(
    service(theatre, 'a', DRAFT),
    service(theatre, 'b'),
    service(theatre, 'c', DRAFT),
    service(theatre, 'd'),
    service(secret, 'e', DRAFT),
  );

  const fields = 'services(first: 2) { totalCount nodes { name } pageInfo { hasNextPage } }';
  const found = await readEntities(subgraph, 'Manufactory', [secret, theatre].map(id), fields);

  expect(found).toEqual([
    { services: { totalCount: 0, nodes: [], pageInfo: { hasNextPage: false } } },
    { services: { totalCount: 2, nodes: [{ name: 'b' }, { name: 'd' }], pageInfo: { hasNextPage: false } } },
  ]);
});

it('knows no services of what is no manufactory', async () => {
  const theatre = v4();
  await subgraph.given(service(theatre, 'play'));

  const keys = [`Idea_${theatre}`, 'Manufactory_', theatre];

  expect(await readEntities(subgraph, 'Manufactory', keys, 'id services { totalCount }')).toEqual(
    keys.map((key) => ({ id: key, services: null })),
  );
});
