import { expect, it } from '@jest/globals';
import { compileMerge } from '../../gateway/engine/plan/merge.ts';
import { readSupply } from '../../gateway/engine/plan/supply.ts';

const merge = compileMerge(readSupply('{ __typename id box { size } list { x } json }'), {
  satisfies: () => true,
  isInterface: (type) => type === 'Media',
  isKnown: () => true,
});

it('does not let a null of one subgraph erase what another said', () => {
  const target = { id: 'i1', box: { size: 1 } };

  merge(target, { id: null, box: null, list: null }, false);

  expect(target).toEqual({ id: 'i1', box: { size: 1 }, list: null });
});

it('does not mix lists of different lengths', () => {
  const target = { list: [{ x: 1, y: 1 }, { y: 2 }] };

  merge(target, { list: [{ x: 7 }] }, false);

  expect(target).toEqual({ list: [{ x: 7 }] });
});

it('takes a leaf whole, even if it looks like an object', () => {
  const target = { json: { a: 1 } };

  merge(target, { json: { b: 2 } }, false);

  expect(target).toEqual({ json: { b: 2 } });
});

it('does not let the name of an interface replace that of a type', () => {
  const known = { __typename: 'Book' };
  const vague = { __typename: 'Media' };

  merge(known, { __typename: 'Media' }, false);
  merge(vague, { __typename: 'Book' }, false);

  expect([known, vague]).toEqual([{ __typename: 'Book' }, { __typename: 'Book' }]);
});

it('shares nothing when it copies, and copies only what was asked for', () => {
  const source = { box: { size: 1, secret: 2 }, list: [{ x: 1 }] };
  const target: { box?: unknown; list?: unknown[] } = {};

  merge(target, source, true);

  expect(target).toEqual({ box: { size: 1 }, list: [{ x: 1 }] });
  expect(target.list?.[0]).not.toBe(source.list[0]);
});
