import { beforeEach, expect, it } from '@jest/globals';
import { AnswerStore } from './answer-store.ts';
import { EVERYTHING } from './touch.ts';

const ROOM = 1_000_000;
let store: AnswerStore;
beforeEach(() => {
  store = new AnswerStore(ROOM);
});

const keep = (document: string, rest: string, size = 10_000, dependencies: string[] = []) =>
  store.keep(
    { document, rest },
    { body: Buffer.alloc(size), madeAt: 0, expiresAt: 1, dependencies: new Set(dependencies) },
  );
const has = (document: string, rest: string) => store.find({ document, rest }) !== undefined;
const held = (document: string, count: number) =>
  Array.from({ length: count }, (_, i) => `${i}`).filter((rest) => has(document, rest)).length;

it('never takes more room than it has, whatever it is given', () => {
  for (let i = 0; i < 5_000; i++) {
    keep(`document ${i % 70}`, `${i}`, (i * 7919) % 20_000, [`a:${i % 100}`, `b:${i}`]);
    if (i % 3 === 0) store.touch([`a:${i % 50}`]);
    expect(store.bytes).toBeLessThanOrEqual(ROOM);
  }
  expect(store.count).toBeGreaterThan(40);
});

it('forgets all that it counted, too', () => {
  for (let i = 0; i < 100; i++) keep(`document ${i % 7}`, `${i}`, 100, [`a:${i}`, 'b:1']);
  store.touch(EVERYTHING);
  for (let i = 0; i < 100; i++) keep(`document ${i % 7}`, `${i % 50}`, 100);
  store.clear();

  expect([store.bytes, store.count]).toEqual([0, 0]);
});

it('keeps no answer that would take a great part of the room, and loses the older one to the same question', () => {
  keep('one', 'a', 100);

  expect(keep('one', 'a', ROOM / 8)).toBe(false);
  expect(has('one', 'a')).toBe(false);
});

it('counts what an answer depends on', () => {
  keep('one', 'a', 100);
  const { bytes } = store;
  keep('two', 'a', 100, ['work:00000000-0000-4000-8000-000000000001']);

  expect(store.bytes - bytes).toBeGreaterThan(bytes + 300);
});

it('takes from the document that has the most, so that one with many answers leaves room for the others', () => {
  for (let i = 0; i < 10; i++) keep('small', `${i}`);
  for (let i = 0; i < 1_000; i++) keep('large', `${i}`);
  for (let i = 0; i < 10; i++) keep('late', `${i}`);

  expect([held('small', 10), held('late', 10)]).toEqual([10, 10]);
  expect(held('large', 1_000)).toBeGreaterThan(60);
});

it('lets those go first that were not used for longest', () => {
  for (let i = 0; i < 50; i++) keep('one', `${i}`);
  has('one', '0');
  for (let i = 50; i < 130; i++) keep('one', `${i}`);

  expect([has('one', '0'), has('one', '1'), has('one', '129')]).toEqual([true, false, true]);
});

it('lets the least recently used go, too, where each document has but one answer', () => {
  for (let i = 0; i < 80; i++) keep(`document ${i}`, '');
  has('document 0', '');
  for (let i = 80; i < 100; i++) keep(`document ${i}`, '');

  expect([has('document 0', ''), has('document 1', '')]).toEqual([true, false]);
});

it('lets what is not current any more go before all else', () => {
  keep('small', 'old', 10_000, ['a:1']);
  for (let i = 0; i < 80; i++) keep('large', `${i}`);
  store.touch(['a:1']);
  expect(store.find({ document: 'small', rest: 'old' })?.isCurrent).toBe(false);

  for (let i = 80; i < 100; i++) keep('large', `${i}`);
  expect(has('small', 'old')).toBe(false);
});

it('finds by what was touched all answers that depend on it, once', () => {
  keep('one', 'a', 10, ['work:1', 'work:T*']);
  keep('one', 'b', 10, ['work:2']);
  keep('one', 'c', 10, ['money:1']);

  expect(store.touch(['work:1', 'work:T*'])).toBe(1);
  expect(store.touch(['work:1'])).toBe(0);
  expect(store.touch(['work:'])).toBe(1);
  expect(store.touch(EVERYTHING)).toBe(1);
});
