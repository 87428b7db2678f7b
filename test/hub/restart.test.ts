import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { eventually, Hub } from '../kit/hub.ts';

const hub = new Hub();
const COUNTS =
  '{ organisations(first: 0) { totalCount } manufactories(first: 0) { totalCount } services(first: 0) { totalCount } }';
const counts = async () => (await hub.ask(COUNTS)).data;

beforeAll(() => hub.start(), 120_000);
afterAll(() => hub.remove(), 30_000);

it('tells on the first start how to write, and where to look next', () => {
  expect(hub.output).toContain(`hub ready ${hub.url}\n`);
  expect(hub.output).toContain(hub.operatorToken);
  expect(hub.output).toContain(`${hub.url}graphql`);
});

it('survives a kill -9 of the starter: nothing is left behind, nothing is lost, and a start goes on at once', async () => {
  const before = await counts();
  const token = hub.operatorToken;
  expect(hub.processes().length).toBeGreaterThanOrEqual(8);

  await hub.end('SIGKILL');
  await hub.start(); // while what was killed is still on its way out

  expect(await counts()).toEqual(before);
  expect(hub.operatorToken).toBe(token);
  expect(hub.output).not.toContain(token);

  await hub.end('SIGKILL');
  await eventually(() => hub.processes().length === 0);
}, 90_000);

it('ends every process that it started on SIGTERM, in good order', async () => {
  await hub.start();

  expect(await hub.end('SIGTERM')).toBe(0);
  expect(hub.processes()).toEqual([]);
}, 60_000);

it('refuses to start twice on the same data, and says how to start another', async () => {
  await hub.start();
  const second = new Hub();
  Object.assign(second, { home: hub.home, port: hub.port + 100 });

  await expect(second.start()).rejects.toThrow(/runs on .* already .*HUB_HOME/s);
  expect(await counts()).toMatchObject({ manufactories: { totalCount: 17 } });
}, 90_000);
