import { expect, it } from '@jest/globals';
import { checkWorlds } from './release/check-worlds.ts';
import { someLargeWorld, someWorld } from './release/random-releases.ts';

it('lets nobody find out a few people from 600 worlds of releases, others each time', async () => {
  const { told } = await checkWorlds(someWorld, 600);

  expect(told).toBeGreaterThan(400);
}, 3_600_000);

it('nor from 200 worlds in which people are broken down by two traits', async () => {
  const { crossed } = await checkWorlds(someLargeWorld, 200);

  expect(crossed).toBeGreaterThan(120);
}, 3_600_000);
