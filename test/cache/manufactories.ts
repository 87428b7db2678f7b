import type { TestSubgraph } from '../federation/graph.ts';

export const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

export interface District {
  n: number;
  title: string;
}
export interface Manufactory {
  n: number;
  name: string;
  district: number;
}
export interface Scheme {
  n: number;
  name: string;
}
export interface Incentive {
  n: number;
  amount: number;
  scheme: number;
  manufactory: number;
}

/** The rows of two subgraphs: `work` has manufactories, `money` what they were given. */
export class Rows {
  districts: District[] = [1, 2].map((n) => ({ n, title: `District ${n}` }));
  manufactories: Manufactory[] = [11, 12, 13].map((n) => ({ n, name: `Manufactory ${n}`, district: (n % 2) + 1 }));
  schemes: Scheme[] = [21, 22].map((n) => ({ n, name: `Scheme ${n}` }));
  incentives: Incentive[] = [31, 32, 33].map((n) => ({ n, amount: n, scheme: 21 + (n % 2), manufactory: n - 20 }));
}

const id = (type: string) => (row: { n: number }) => `${type}_${uuid(row.n)}`;
const byId = <T extends { n: number }>(rows: T[], globalId: string): T | undefined =>
  rows.find(({ n }) => globalId.endsWith(uuid(n)));

/** The two subgraphs over the rows, which may change under them. */
export function manufactorySubgraphs(rows: Rows): Record<'work' | 'money', TestSubgraph> {
  const foreign = (n: number) => ({ id: `Manufactory_${uuid(n)}` });
  const of = (n: number) => rows.incentives.filter((incentive) => incentive.manufactory === n);
  const numberOf = ({ id: globalId }: { id: string }) => Number(globalId.slice(-12));
  return {
    work: {
      typeDefs: `
        type Query {
          manufactories: [Manufactory!]!
          manufactory(id: ID!): Manufactory
          places: PlaceConnection!
          busiest: Summary!
        }
        type Mutation { rename(id: ID!, name: String!): Manufactory }
        type Summary { count: Int! first: Manufactory }
        type PlaceConnection { nodes: [District!]! totalCount: Int! }
        type Manufactory @key(fields: "id") { id: ID! name: String! district: District! sign: Sign! }
        type Sign { text: String! district: District! }
        type District @key(fields: "id") { id: ID! title: String! manufactories: [Manufactory!]! }`,
      resolvers: {
        Query: {
          manufactories: () => rows.manufactories,
          manufactory: (_: unknown, given: { id: string }) => byId(rows.manufactories, given.id),
          places: () => ({ nodes: rows.districts, totalCount: rows.districts.length }),
          busiest: () => ({ count: rows.manufactories.length, first: rows.manufactories[0] }),
        },
        Mutation: {
          rename: (_: unknown, given: { id: string; name: string }) =>
            Object.assign(byId(rows.manufactories, given.id) ?? {}, { name: given.name }),
        },
        Manufactory: {
          __resolveReference: (key: { id: string }) => byId(rows.manufactories, key.id),
          id: id('Manufactory'),
          district: (row: Manufactory) => rows.districts.find(({ n }) => n === row.district),
          sign: (row: Manufactory) => ({ text: row.name.toUpperCase(), row }),
        },
        Sign: { district: ({ row }: { row: Manufactory }) => rows.districts.find(({ n }) => n === row.district) },
        District: {
          __resolveReference: (key: { id: string }) => byId(rows.districts, key.id),
          id: id('District'),
          manufactories: (row: District) => rows.manufactories.filter(({ district }) => district === row.n),
        },
      },
    },
    money: {
      typeDefs: `
        type Query { incentives: [Incentive!]! incentive(id: ID!): Incentive scheme(id: ID!): Scheme spent: Int! }
        type Amount { value: Int! currency: String! }
        type Incentive @key(fields: "id") { id: ID! amount: Amount! scheme: Scheme! manufactory: Manufactory! }
        type Scheme @key(fields: "id") { id: ID! name: String! incentives: [Incentive!]! }
        type Manufactory @key(fields: "id") {
          id: ID!
          name: String! @external
          publicCost: Amount!
          incentives: [Incentive!]!
          plaque: String! @requires(fields: "name")
        }`,
      resolvers: {
        Query: {
          incentives: () => rows.incentives,
          incentive: (_: unknown, given: { id: string }) => byId(rows.incentives, given.id),
          scheme: (_: unknown, given: { id: string }) => byId(rows.schemes, given.id),
          spent: () => rows.incentives.reduce((sum, { amount }) => sum + amount, 0),
        },
        Incentive: {
          __resolveReference: (key: { id: string }) => byId(rows.incentives, key.id),
          id: id('Incentive'),
          amount: (row: Incentive) => ({ value: row.amount, currency: 'PLN' }),
          scheme: (row: Incentive) => rows.schemes.find(({ n }) => n === row.scheme),
          manufactory: (row: Incentive) => foreign(row.manufactory),
        },
        Scheme: {
          __resolveReference: (key: { id: string }) => byId(rows.schemes, key.id),
          id: id('Scheme'),
          incentives: (row: Scheme) => rows.incentives.filter(({ scheme }) => scheme === row.n),
        },
        Manufactory: {
          publicCost: (key: { id: string }) => ({
            value: of(numberOf(key)).reduce((sum, { amount }) => sum + amount, 0),
            currency: 'PLN',
          }),
          incentives: (key: { id: string }) => of(numberOf(key)),
          plaque: ({ name }: { name: string }) => `* ${name} *`,
        },
      },
    },
  };
}
