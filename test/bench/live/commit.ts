import { setTimeout as sleep } from 'node:timers/promises';
import type { Hub } from '../../kit/hub.ts';
import { PartnerSystem } from '../../kit/partner-system.ts';
import { cpuMs, memory } from '../gateway/process-figures.ts';
import { gatewayOf } from './hub-processes.ts';
import { percentiles } from './percentiles.ts';
import { Subscribers } from './subscribers.ts';

export const COMMIT_HEAD = [
  'subscribers',
  'answers that did not come',
  'commit to last client, p50 / p99 ms',
  'gateway CPU ms an event',
  'gateway RSS MB',
];

const EVENTS = 20;
const BETWEEN_MS = 1_000;
const PATIENCE_MS = 20_000;
const DOCUMENT = `subscription { consultationChanged(territory: "PL") {
  position at consultation { id question status supportCentre { name organisation { name } } territory { name } } } }`;

/** On a whole hub: from the write's own time, which is before its commit, to the last of many clients. */
export async function commitToClients(hub: Hub, subscribers: number): Promise<string[]> {
  const system = new PartnerSystem(hub);
  const clients = new Subscribers(/"position":"(\d+)"/);
  await clients.open(
    `${hub.url}graphql`,
    Array.from({ length: subscribers }, () => DOCUMENT),
  );
  const supportCentreId = await firstSupportCentre(system);
  const write = (question: string) =>
    system.write('planConsultation', { supportCentreId, question, opensOn: '2027-01-04', closesOn: '2027-01-29' });
  await write('What is done once, such as the plan?');
  await sleep(2 * BETWEEN_MS);
  clients.arrivals.clear();

  const pids = gatewayOf(hub);
  const cpu = cpuMs(pids);
  const lags: number[] = [];
  for (let number = 0; number < EVENTS; number++) {
    const began = Date.now();
    await write(`What do you miss here? (${number})`);
    const limit = Date.now() + PATIENCE_MS;
    const newest = () => [...clients.arrivals.values()][number];
    while ((newest()?.clients ?? 0) < subscribers && Date.now() < limit) await sleep(10);
    lags.push((newest()?.last ?? Number.NaN) - began);
    await sleep(BETWEEN_MS);
  }
  const perEvent = (cpuMs(pids) - cpu) / EVENTS;
  const arrived = [...clients.arrivals.values()].reduce((sum, arrival) => sum + arrival.clients, 0);
  const { nowMb } = memory(pids);
  clients.close();
  return [
    String(subscribers),
    String(EVENTS * subscribers - arrived),
    percentiles(lags),
    perEvent.toFixed(1),
    nowMb.toFixed(0),
  ];
}

export async function firstSupportCentre(system: PartnerSystem): Promise<string> {
  const { supportCentres } = await system.read<{ supportCentres: { nodes: { id: string }[] } }>(
    '{ supportCentres(first: 1) { nodes { id } } }',
  );
  return supportCentres.nodes[0]?.id ?? '';
}
