import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { WebSocket } from 'ws';
import { compose } from '../../gateway/compose.ts';
import { EventSourceReader } from '../kit/event-source.ts';
import { FakeEventSubgraph } from '../kit/fake-event-subgraph.ts';
import { until } from '../kit/live-forest.ts';
import { GatewayProcess } from '../reload/gateway-process.ts';

const SDL = `scalar EventPosition
  type Query { size: Int }
  type Subscription { grown(after: EventPosition): Growth! }
  type Growth { height: Int }`;
const query = 'subscription { grown { height } }';

let trees: FakeEventSubgraph;
let gateway: GatewayProcess;
let supergraph: string;
beforeEach(async () => {
  trees = await new FakeEventSubgraph().start();
  supergraph = compose([{ name: 'trees', url: trees.url, sdl: SDL }]);
  gateway = new GatewayProcess();
  await gateway.start(supergraph, 'secret');
});
afterEach(() => trees.stop());

it('stops in time, asks its clients to come back, and they miss nothing', async () => {
  const reader = new EventSourceReader(`${gateway.url}/graphql`, { query });
  const socket = new WebSocket(`${gateway.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  let closed = 0;
  socket.on('open', () => socket.send('{"type":"connection_init"}'));
  socket.on('message', (data) => {
    if (String(data).includes('connection_ack')) {
      socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query } }));
    }
  });
  socket.on('close', (code) => {
    closed = code;
  });
  await until(() => trees.open === 1 && socket.readyState === WebSocket.OPEN);
  trees.emit({ grown: { height: 1 } });
  await until(() => reader.answers.length === 1);

  const began = performance.now();
  await gateway.end();
  expect(performance.now() - began).toBeLessThan(4_000);
  await until(() => reader.isClosed && closed !== 0);
  expect(closed).toBe(1012);
  expect(reader.text).toMatch(/^retry: \d+$/m);
  expect(reader.received.map(({ event }) => event)).toEqual(['next']);

  trees.emit({ grown: { height: 2 } });
  gateway = new GatewayProcess();
  await gateway.start(supergraph, 'secret');
  const back = new EventSourceReader(
    `${gateway.url}/graphql`,
    { query },
    { 'last-event-id': String(reader.lastEventId) },
  );
  await until(() => back.answers.length === 1);
  expect(back.answers[0]?.data.data).toEqual({ grown: { height: 2 } });
  back.close();
  await gateway.end();
});
