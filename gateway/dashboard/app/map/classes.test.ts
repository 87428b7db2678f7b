import { expect, it } from '@jest/globals';
import { classAt, classesOf } from './classes.ts';

it('divides figures into at the most five classes with round bounds', () => {
  expect(classesOf([0, 52, 58], { isWhole: true })).toEqual([
    { over: 0, to: 20 },
    { over: 20, to: 40 },
    { over: 40, to: 60 },
  ]);
  expect(classesOf([0.3, 0.9], { isWhole: false })).toHaveLength(5);
});

it('has a class for each number where there are few', () => {
  expect(classesOf([0, 3], { isWhole: true }).map(({ to }) => to)).toEqual([1, 2, 3]);
});

it('has none where there is nothing', () => {
  expect([classesOf([], { isWhole: true }), classesOf([0, 0], { isWhole: true })]).toEqual([[], []]);
});

it('puts 0 before the first class, and what is beyond all into the last', () => {
  const classes = classesOf([58], { isWhole: true });

  expect([0, 1, 20, 21, 110].map((value) => classAt(classes, value))).toEqual([-1, 0, 0, 1, classes.length - 1]);
});
