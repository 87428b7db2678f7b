import { expect, it } from '@jest/globals';
import { v4 } from 'uuid';
import {
  agreement,
  exchange,
  organisation,
  partner,
  partnershipIn,
  replication,
} from '../../../test/kit/given-partnership.ts';
import { SubgraphUnderTest } from '../../../test/kit/subgraph.ts';
import { PartnerRole } from '../partner/partner-role.ts';
import { ReplicationStatus } from '../replication/replication.ts';
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

const around = `query ($keys: [_Any!]!) {
  _entities(representations: $keys) { ... on Partnership {
    agreements(first: 1) { totalCount nodes { isInForce(on: "2005-01-01") parties { role organisation { name } } } }
    replications(first: 1) { totalCount nodes { status startedPartnership { name } } }
    replicatedFrom { name }
    exchanges(first: 1) { totalCount nodes { title } }
    leader { organisation { memberships(first: 1) { totalCount nodes { role } } } } } }
}`;

it.each([1, 10, 1000])(
  'reads all that belongs to %i partnerships in a fixed number of statements',
  async (many) => {
    const origin = partnershipIn('PL_1261011', 'origin', '2004-01-01');
    const worlds = Array.from({ length: many }, (_, i) => {
      const [place, member] = [partnershipIn('PL_1203053', `P${i}`), organisation(`member ${i}`)];
      const parties = [partner(place, member, PartnerRole.LEADER), partner(place, member)];
      const came = replication(origin, 'PL_1203053', {
        status: ReplicationStatus.STARTED,
        postIndustrial: true,
        definedProblem: 'No work',
        determinedPartners: 3,
        assessedOn: '2023-02-01',
        startedOn: '2023-03-01',
        startedPartnershipId: place.uuid,
      });
      const rows = [agreement(place, parties), agreement(place, parties, { since: '2006-01-01' })].flatMap(
        (one) => one.rows,
      );
      const own = [exchange(place, `E${i}`), replication(place, 'PL_1261011')];
      return { place, rows: [place, member, ...parties], more: [came, ...rows, ...own] };
    });
    await subgraph.given(origin, ...worlds.flatMap(({ rows }) => rows), ...worlds.flatMap(({ more }) => more));

    const keys = worlds.map(({ place }) => ({ __typename: 'Partnership', id: place.id })).reverse();
    const { data, errors } = await subgraph.ask(around, { keys });

    expect(errors).toBeUndefined();
    expect(data?._entities).toHaveLength(many);
    const { agreements, ...others } = data?._entities[0] ?? {};
    const last = many - 1;
    expect(agreements.totalCount).toBe(2);
    expect(agreements.nodes[0]).toMatchObject({ isInForce: true, parties: [{}, {}] });
    expect(agreements.nodes[0].parties[0].organisation.name).toBe(`member ${last}`);
    expect(others).toEqual({
      replications: { totalCount: 1, nodes: [{ status: 'CONSIDERED', startedPartnership: null }] },
      replicatedFrom: { name: 'origin' },
      exchanges: { totalCount: 1, nodes: [{ title: `E${last}` }] },
      leader: { organisation: { memberships: { totalCount: 2, nodes: [{ role: expect.any(String) }] } } },
    });
    expect(subgraph.sql).toHaveLength(15); // each type once, the four lists twice for their counts
  },
  60_000,
);
