import { afterAll, beforeAll, it } from '@jest/globals';
import { checkFuzzed } from './check.ts';
import { FuzzedHub } from './fuzzed-hub.ts';

const hub = new FuzzedHub();
beforeAll(() => hub.start(), 240_000);
afterAll(() => hub.end(), 30_000);

it('survives 10,000 mutated requests: no mistake, no stack, no foreign row, and its memory returns to its base', async () => {
  await checkFuzzed(hub, 10_000, 100_000);
}, 1_200_000);
