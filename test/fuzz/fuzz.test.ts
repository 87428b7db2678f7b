import { afterAll, beforeAll, it } from '@jest/globals';
import { checkFuzzed } from './check.ts';
import { FuzzedHub } from './fuzzed-hub.ts';

const hub = new FuzzedHub();
beforeAll(() => hub.start(), 240_000);
afterAll(() => hub.end(), 30_000);

it('survives 500 mutated requests: no mistake, no stack, no foreign row, and it answers as before', async () => {
  await checkFuzzed(hub, 500, 1_000);
}, 120_000);
