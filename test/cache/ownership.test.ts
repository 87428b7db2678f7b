import { expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { type Ownership, readOwnership } from '../../gateway/engine/dependencies/ownership.ts';
import { composeGraph } from '../federation/graph.ts';

const ownershipIn = (typeDefs: Record<string, string>): Ownership =>
  readOwnership(
    parse(composeGraph(Object.fromEntries(Object.entries(typeDefs).map(([name, sdl]) => [name, { typeDefs: sdl }])))),
  );

it('knows who owns a field: who resolves it, and who gives a copy of it', () => {
  const { ownersOf } = ownershipIn({
    shop: 'type Query { product: Product } type Product @key(fields: "id") { id: ID! name: String @shareable size: Int }',
    'big-shop': 'type Product @key(fields: "id") { id: ID! name: String @shareable weight: Int }',
    reviews: `type Query { review: Review }
      type Review @key(fields: "id") { id: ID! product: Product @provides(fields: "size") }
      type Product @key(fields: "id") { id: ID! size: Int @external }`,
  });

  expect(ownersOf('Product', 'weight')).toEqual(['big-shop']);
  expect([...ownersOf('Product', 'name')].sort()).toEqual(['big-shop', 'shop']);
  expect([...ownersOf('Product', 'size')].sort()).toEqual(['reviews', 'shop']);
  expect(ownersOf('Review', 'product')).toEqual(['reviews']);
});

it('takes the id, and the one key by which all know an entity, for a name that does not change; no other key', () => {
  const { ownersOf, hasId, isEntity } = ownershipIn({
    a: `type Query { product: Product place: Place size: Size }
      type Product @key(fields: "id") @key(fields: "sku") { id: ID! sku: String }
      type Place @key(fields: "code") { code: ID! }
      type Size { width: Int }`,
    b: 'type Product @key(fields: "sku") { sku: String weight: Int } type Place @key(fields: "code") { code: ID! name: String }',
  });

  expect([ownersOf('Product', 'id'), ownersOf('Place', 'code')]).toEqual([[], []]);
  expect([...ownersOf('Product', 'sku')].sort()).toEqual(['a', 'b']);
  expect([hasId('Product'), hasId('Place'), isEntity('Place'), isEntity('Size')]).toEqual([true, false, true, false]);
});

it('knows who says more of an interface than those who have its types', () => {
  const { ownersOf } = ownershipIn({
    media: `type Query { media: [Media] }
      interface Media @key(fields: "id") { id: ID! title: String }
      type Book implements Media @key(fields: "id") { id: ID! title: String }`,
    stars: 'type Media @key(fields: "id") @interfaceObject { id: ID! stars: Int }',
  });

  expect([ownersOf('Book', 'stars'), ownersOf('Media', 'stars')]).toEqual([['stars'], ['stars']]);
  expect(ownersOf('Book', 'title')).toEqual(['media']);
});

it('takes a type for the own one of a subgraph where the others only refer to it', () => {
  const { isHome } = ownershipIn({
    a: 'type Query { tree: Tree } type Tree @key(fields: "id") { id: ID! name: String }',
    b: 'type Query { bird: Bird } type Bird @key(fields: "id") { id: ID! on: Tree } type Tree @key(fields: "id", resolvable: false) { id: ID! }',
    c: 'type Bird @key(fields: "id") { id: ID! song: String }',
  });

  expect([isHome('Tree', 'a'), isHome('Tree', 'b'), isHome('Bird', 'b')]).toEqual([true, false, false]);
});
