import type { Choices } from './choices.ts';

/** Bytes that end or enclose something in JSON, in HTTP or in a text of C. */
const TELLING = [0, 10, 13, 34, 123, 125, 255];

/** Bytes with some of them gone, others or twice. */
export function mutateBytes(bytes: Buffer, choices: Choices): Buffer {
  let mutated = bytes;
  for (let times = 1 + choices.below(4); times > 0; times--) {
    const at = choices.below(mutated.length || 1);
    const [before, after] = [mutated.subarray(0, at), mutated.subarray(at)];
    const some = Buffer.from(Array.from({ length: 1 + choices.below(5) }, () => choices.below(256)));
    mutated = choices.pick([
      () => Buffer.concat([before, some, after]),
      () => Buffer.concat([before, after.subarray(some.length)]),
      () => Buffer.concat([before, some, after.subarray(some.length)]),
      () => Buffer.concat([before, Buffer.from([choices.pick(TELLING)]), after.subarray(1)]),
      () => before,
      () => Buffer.concat([before, mutated]),
    ])();
  }
  return mutated;
}
