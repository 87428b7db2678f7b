import { buildGraph } from '../graph.ts';

const parcels = ['p1', 'p2', 'p1'].map((id) => ({ id, weight: 2 }));

/** Each node of a plan is one question to this graph, with `b` for the subgraph that fails. */
export const buildDepot = () =>
  buildGraph({
    a: {
      typeDefs: `
        type Query { parcel: Parcel parcels: [Parcel!] rows: [[Parcel]] town: String }
        type Mutation { first: Int third: Int }
        type Parcel @key(fields: "id") { id: ID! weight: Int }`,
      resolvers: {
        Query: {
          parcel: () => parcels[0],
          parcels: () => parcels,
          rows: () => [[parcels[0]], [parcels[1]]],
          town: () => 'Kraków',
        },
        Mutation: { first: () => 1, third: () => 3 },
      },
    },
    b: {
      typeDefs: `
        type Query { lead: Parcel mayor: String seat: String }
        type Mutation { second: Int }
        type Parcel @key(fields: "id") { id: ID! weight: Int @external price(in: String): Int seal: Int! load: Int @requires(fields: "weight") }`,
      resolvers: {
        Query: { lead: () => ({ id: 'p1' }), mayor: () => 'Anna', seat: () => 'Centrum E' },
        Mutation: { second: () => 2 },
        Parcel: { price: () => 5, seal: () => 3, load: ({ weight }: { weight: number }) => weight * 2 },
      },
    },
    c: {
      typeDefs: `
        type Parcel @key(fields: "id") { id: ID! load: Int @external fee: Int @requires(fields: "load") size: Int }`,
      resolvers: { Parcel: { fee: ({ load }: { load: number | null }) => (load ?? 0) + 1, size: () => 7 } },
    },
  });

export interface PlanNode {
  ask: string;
  variables?: Record<string, unknown>;
  /** With all that `b` gives null. */
  data: Record<string, unknown>;
  /** Where an error of the whole fetch is told. */
  at: (string | number)[];
  /** Where `b` itself says the error happened, and where the client hears of it. */
  path: (string | number)[];
  told: (string | number)[][];
  /** With what `b` gives right. */
  right: Record<string, unknown>;
}

export const rootNodes: Record<string, PlanNode> = {
  'a root fetch': {
    ask: '{ boss: mayor }',
    data: { boss: null },
    at: ['boss'],
    path: ['KEY'],
    told: [['boss']],
    right: { boss: 'Anna' },
  },
  'a second root fetch beside the first': {
    ask: '{ town mayor }',
    data: { town: 'Kraków', mayor: null },
    at: ['mayor'],
    path: ['mayor'],
    told: [['mayor']],
    right: { town: 'Kraków', mayor: 'Anna' },
  },
  'the first fetch of a sequence': {
    ask: '{ lead { size } town }',
    data: { lead: null, town: 'Kraków' },
    at: ['lead'],
    path: ['lead'],
    told: [['lead']],
    right: { lead: { size: 7 }, town: 'Kraków' },
  },
  'a root fetch that a condition lets in': {
    ask: 'query ($yes: Boolean!) { town mayor @include(if: $yes) }',
    variables: { yes: true },
    data: { town: 'Kraków', mayor: null },
    at: ['mayor'],
    path: ['mayor'],
    told: [['mayor']],
    right: { town: 'Kraków', mayor: 'Anna' },
  },
  'a mutation between two others': {
    ask: 'mutation { first second third }',
    data: { first: 1, second: null, third: 3 },
    at: ['second'],
    path: ['second'],
    told: [['second']],
    right: { first: 1, second: 2, third: 3 },
  },
};

export const entityNodes: Record<string, PlanNode> = {
  'an entity fetch': {
    ask: '{ town parcel { weight cost: price size } }',
    data: { town: 'Kraków', parcel: { weight: 2, cost: null, size: 7 } },
    at: ['parcel'],
    path: [0, 'KEY'],
    told: [['parcel', 'cost']],
    right: { town: 'Kraków', parcel: { weight: 2, cost: 5, size: 7 } },
  },
  'an entity fetch for a list, one entity in it twice': {
    ask: '{ parcels { price size } }',
    data: { parcels: [1, 2, 3].map(() => ({ price: null, size: 7 })) },
    at: ['parcels', 0],
    path: [0, 'price'],
    told: [
      ['parcels', 0, 'price'],
      ['parcels', 2, 'price'],
    ],
    right: { parcels: [1, 2, 3].map(() => ({ price: 5, size: 7 })) },
  },
  'an entity fetch within nested lists': {
    ask: '{ rows { price size } }',
    data: { rows: [[{ price: null, size: 7 }], [{ price: null, size: 7 }]] },
    at: ['rows', 0, 0],
    path: [1, 'price'],
    told: [['rows', 1, 0, 'price']],
    right: { rows: [[{ price: 5, size: 7 }], [{ price: 5, size: 7 }]] },
  },
  'a fetch that computes on what it requires': {
    ask: '{ parcel { load weight size } }',
    data: { parcel: { load: null, weight: 2, size: 7 } },
    at: ['parcel'],
    path: [0, 'load'],
    told: [['parcel', 'load']],
    right: { parcel: { load: 4, weight: 2, size: 7 } },
  },
  'an entity fetch that a condition lets in': {
    ask: 'query ($no: Boolean!) { parcel { size ... @skip(if: $no) { price } } }',
    variables: { no: false },
    data: { parcel: { size: 7, price: null } },
    at: ['parcel'],
    path: [0, 'price'],
    told: [['parcel', 'price']],
    right: { parcel: { size: 7, price: 5 } },
  },
};
