import { expect, it } from '@jest/globals';
import { v4 } from 'uuid';
import { organisation, partner, partnershipIn } from '../../../test/kit/given-partnership.ts';
import { SubgraphUnderTest } from '../../../test/kit/subgraph.ts';
import { PartnerRole } from '../partner/partner-role.ts';
import { partnership } from '../subgraph.ts';

const subgraph = new SubgraphUnderTest(partnership);

const partners = `query ($keys: [_Any!]!, $first: Int!) {
  _entities(representations: $keys) { ... on Partnership {
    name leader { organisation { name } }
    partners(first: $first) { totalCount pageInfo { hasNextPage } nodes { organisation { name } } } } }
}`;

it.each([1, 10, 100])('reads %i partnerships with their partners in a fixed number of statements', async (many) => {
  const worlds = Array.from({ length: many }, (_, i) => {
    const [place, host, lead] = [
      partnershipIn('PL_1261011', `P${i}`),
      organisation(`host ${i}`),
      organisation(`lead ${i}`),
    ];
    return {
      place,
      rows: [
        place,
        host,
        lead,
        partner(place, host),
        partner(place, lead, PartnerRole.LEADER, { since: '2004-01-01' }),
      ],
    };
  });
  await subgraph.given(...worlds.flatMap(({ rows }) => rows));

  const keys = worlds.map(({ place }) => ({ __typename: 'Partnership', id: place.id })).reverse();
  const nobody = { __typename: 'Partnership', id: `Partnership_${v4()}` };
  const { data } = await subgraph.ask(partners, { keys: [nobody, ...keys], first: 1 });

  const last = many - 1;
  expect(data?._entities).toHaveLength(many + 1);
  expect(data?._entities.slice(0, 2)).toEqual([
    null,
    {
      name: `P${last}`,
      leader: { organisation: { name: `lead ${last}` } },
      partners: { totalCount: 2, pageInfo: { hasNextPage: true }, nodes: [{ organisation: { name: `lead ${last}` } }] },
    },
  ]);
  expect(subgraph.sql).toHaveLength(5); // partnerships, leaders, partners, their count, organisations
});

it('finds the partnerships of a territory and all beneath it, and of no neighbour', async () => {
  await subgraph.given(
    partnershipIn('PL_1261011-D18', 'district'),
    partnershipIn('PL213', 'region'),
    partnershipIn('PL214', 'other'),
  );

  const found = async (territory: string) =>
    (
      await subgraph.ask(
        `query ($territory: String) { partnerships(filter: { territory: $territory }) { nodes { name } } }`,
        {
          territory,
        },
      )
    ).data?.partnerships.nodes.map(({ name }: { name: string }) => name);

  expect((await found('PL_1261011')).sort()).toEqual(['district']);
  expect((await found('PL213')).sort()).toEqual(['district', 'region']);
  expect((await found('EU')).sort()).toEqual(['district', 'other', 'region']);
});

it('refuses an unknown territory with a code and the way out', async () => {
  const { errors } = await subgraph.ask(`{ partnerships(filter: { territory: "1261011" }) { nodes { name } } }`);

  expect(errors?.[0]?.message).toContain('PL_1261011');
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'INVALID', field: 'territory', value: '1261011' });
});
