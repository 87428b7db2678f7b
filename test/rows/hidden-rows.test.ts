import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { v4 } from 'uuid';
import type { RequestContext, Subgraph } from '../../shared/subgraph/subgraph.ts';
import { SCOPES } from '../../shared/trust/scopes.ts';
import { cps } from '../../subgraphs/cps/subgraph.ts';
import { marketplace } from '../../subgraphs/marketplace/subgraph.ts';
import { outcomes } from '../../subgraphs/outcomes/subgraph.ts';
import { someone } from '../kit/caller.ts';
import { SubgraphUnderTest } from '../kit/subgraph.ts';
import { givenAllKinds } from './world.ts';

/** May do all that a token can allow, for an organisation that has nothing to do with any row; does not run the hub. */
const stranger = someone({
  organisationId: v4(),
  scopes: Object.keys(SCOPES).filter((scope) => scope !== 'hub:write'),
  purpose: 'CASE_WORK',
});

/** Of a type with hidden rows: which rows are, and in what ways somebody could come to one by its id. */
interface Hidden {
  table: string;
  where?: string;
  queries: string[];
}

const entity = (type: string): string =>
  `query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on ${type} { id } } }`;
const edit = (mutation: string, input = ''): string =>
  `mutation ($id: ID!) { ${mutation}(input: { id: $id, expectedVersion: 1 ${input} }) { id } }`;

const KINDS: Record<string, Record<string, Hidden>> = {
  marketplace: {
    Service: {
      table: 'service',
      where: `status = 'DRAFT'`,
      queries: [
        'query ($id: ID!) { service(id: $id) { id } }',
        entity('Service'),
        edit('offerService'),
        edit('pauseService'),
        'mutation ($id: ID!) { requestOrder(input: { serviceId: $id, quantity: 1, clientKind: PERSON }) { id } }',
        'mutation ($id: ID!) { addPriceOption(input: { serviceId: $id, label: "x", amount: "1.00", currency: "PLN" }) { id } }',
      ],
    },
    PriceOption: {
      table: 'price_option',
      where: "service_id in (select id from service where status = 'DRAFT')",
      queries: [entity('PriceOption'), edit('withdrawPriceOption')],
    },
    Order: {
      table: 'service_order',
      queries: [
        'query ($id: ID!) { order(id: $id) { id } }',
        entity('Order'),
        edit('confirmOrder'),
        edit('cancelOrder', ', reason: "x"'),
        'mutation ($id: ID!) { reviewOrder(input: { orderId: $id, rating: 5 }) { id: __typename } }',
      ],
    },
  },
  outcomes: {
    Submission: {
      table: 'submission',
      queries: [
        'query ($id: ID!) { submission(id: $id) { id } }',
        entity('Submission'),
        edit('signOffSubmission', ', by: "x"'),
        edit('approveSubmission', ', by: "x"'),
        edit('returnSubmission', ', reason: "x"'),
      ],
    },
    Release: {
      table: 'release',
      where: `status = 'DRAFT'`,
      queries: [
        'query ($id: ID!) { release(id: $id) { id } }',
        entity('Release'),
        edit('approveRelease', ', by: "x"'),
        edit('publishRelease'),
        edit('discardRelease'),
      ],
    },
  },
  cps: {
    Beneficiary: {
      table: 'beneficiary',
      queries: [
        'query ($id: ID!) { beneficiary(id: $id) { id } }',
        entity('Beneficiary'),
        edit('recordEmployment'),
        'mutation ($id: ID!) { recordSupportSession(input: { beneficiaryId: $id, kind: ADVICE, hours: "1.00" }) { id } }',
      ],
    },
  },
};

const CASES = [
  ['marketplace', marketplace as unknown as Subgraph],
  ['outcomes', outcomes as unknown as Subgraph],
  ['cps', cps as unknown as Subgraph],
] as const;

describe.each(CASES)('in %s', (name, part) => {
  const subgraph = new SubgraphUnderTest<RequestContext>(part);
  const hidden = new Map<string, string[]>();

  beforeAll(async () => {
    await givenAllKinds(name, subgraph);
    for (const [type, { table, where = 'true' }] of Object.entries(KINDS[name] ?? {})) {
      const rows = await subgraph.orm.em.fork().execute<{ id: string }[]>(`select id from "${table}" where ${where}`);
      hidden.set(
        type,
        rows.map(({ id }) => id),
      );
    }
  }, 120_000);

  /** What somebody gets for an id, with that id taken out, and what PostgreSQL was asked meanwhile. */
  async function meet(type: string, uuid: string, query: string) {
    const id = `${type}_${uuid}`;
    const answer = await subgraph.ask(query, { id, keys: [{ __typename: type, id }] }, stranger);
    const statements = subgraph.sql.map((one) => one.replace(/ \[took.*/, ''));
    return { answer: JSON.parse(JSON.stringify(answer).replaceAll(uuid, 'ID')), statements };
  }

  it('hides a row as if there were none: the same answer, after the same statements, whatever is asked of it', async () => {
    const kinds = Object.entries(KINDS[name] ?? {}).flatMap(([type, { queries }]) =>
      queries.map((query) => ({ type, query })),
    );
    for (const { type } of kinds) expect(hidden.get(type)?.length).toBeGreaterThan(0);

    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...kinds),
        fc.nat(),
        fc.uuid({ version: 4 }),
        async ({ type, query }, n, none) => {
          const rows = hidden.get(type) ?? [];
          const met = await meet(type, rows[n % rows.length] ?? '', query);

          expect(met).toEqual(await meet(type, none, query));
          if (query.startsWith('mutation')) expect(met.answer.errors[0].extensions.code).toBe('NOT_FOUND');
          else expect(met.answer.errors).toBeUndefined();
        },
      ),
      { numRuns: 60 },
    );
  }, 120_000);
});
