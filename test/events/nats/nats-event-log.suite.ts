import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { type JetStreamManager, jetstream, jetstreamManager } from '@nats-io/jetstream';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import { keepStream, STREAM } from '../../../shared/events/nats/keep-stream.ts';
import { NatsEventLog } from '../../../shared/events/nats/nats-event-log.ts';
import { cloudEvent } from '../../kit/events.ts';
import { eventually } from '../../kit/hub.ts';
import { describeDelivery } from '../delivery.conformance.ts';
import { describeEventLog, type LogUnderTest } from '../event-log.conformance.ts';
import { NatsServer } from './nats-server.ts';

const server = new NatsServer();
beforeAll(() => server.start());
afterAll(() => server.remove());

const event = (subject: string) => cloudEvent({ type: 'hub.somewhere.happened.v1', subject, data: {} });
const SECOND = 1 / 86_400;

async function asOperator<T>(act: (manager: JetStreamManager, connection: NatsConnection) => Promise<T>): Promise<T> {
  const connection = await connect({ servers: server.url });
  try {
    return await act(await jetstreamManager(connection), connection);
  } finally {
    await connection.close();
  }
}

async function emptyStream(): Promise<LogUnderTest> {
  await server.kill();
  await server.start();
  await asOperator(async ({ streams }) => void (await streams.delete(STREAM).catch(() => undefined)));
  await keepStream({ url: server.url, retentionDays: 7 });
  return {
    open: () => new NatsEventLog(server.url),
    forget: (through) =>
      asOperator(async ({ streams }) => void (await streams.purge(STREAM, { seq: Number(through) + 1 }))),
    takeAway: () => server.kill(),
    giveBack: () => server.start(),
  };
}

describeEventLog('the event log on NATS', emptyStream);
describeDelivery('events by way of NATS', emptyStream);

describe('a stream', () => {
  let log: NatsEventLog;
  beforeEach(async () => {
    await log?.close();
    log = (await emptyStream()).open() as NatsEventLog;
  });
  afterAll(() => log.close());
  const subjects = async () => (await log.read(0n, 100)).map(({ event }) => event.subject);

  it('forgets what is older than the retention, and says so to whoever had not read it', async () => {
    await log.publish([event('Thing_1'), event('Thing_2')]);
    await keepStream({ url: server.url, retentionDays: SECOND });
    await eventually(() =>
      log.read(0n, 10).then(
        () => false,
        () => true,
      ),
    );
    await keepStream({ url: server.url, retentionDays: 7 });
    await log.publish([event('Thing_3')]);

    await expect(log.read(1n, 10)).rejects.toThrow('Events behind position 1 are not kept any more');
    expect((await log.read(2n, 10)).map(({ event }) => event.subject)).toEqual(['Thing_3']);
  });

  it('is kept with its events and with what its operator set, when it is made again', async () => {
    await log.publish([event('Thing_1')]);
    await asOperator(({ streams }) => streams.update(STREAM, { max_msgs: 1000 }));
    await keepStream({ url: server.url, retentionDays: 9 });

    const { config } = await asOperator(({ streams }) => streams.info(STREAM));
    expect(config).toMatchObject({ max_age: 9 * 86_400 * 1e9, max_msgs: 1000, duplicate_window: 3_600 * 1e9 });
    expect(await subjects()).toEqual(['Thing_1']);
  });

  it('may hold what is no event, which readers pass by, and the process names once, with the reason', async () => {
    const said: unknown[] = [];
    const write = jest.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(text) > 0);
    await asOperator(async (_, connection) => {
      const strange = jetstream(connection);
      for (let i = 0; i < 150; i++) await strange.publish('hub.strange', i % 2 ? '{"id": 7}' : 'not even JSON');
    });
    expect(await log.read(0n, 10)).toEqual([]);

    await log.publish([event('Thing_1')]);

    const read = await log.read(0n, 10);
    write.mockRestore();

    expect(read).toEqual([{ position: 151n, event: expect.objectContaining({ subject: 'Thing_1' }) }]);
    expect(said).toHaveLength(150);
    expect(JSON.parse(String(said[0]))).toMatchObject({ position: '1', reason: 'not valid JSON' });
    expect(JSON.parse(String(said[1]))).toMatchObject({
      position: '2',
      reason: 'specversion: Invalid input: expected "1.0"',
    });
  });

  it('takes nothing that is behind an event which it refuses', async () => {
    const large = { ...event('Thing_large'), data: { text: 'x'.repeat(2_000_000) } };

    await expect(log.publish([event('Thing_1'), large, event('Thing_3')])).rejects.toThrow();
    expect(await subjects()).toEqual(['Thing_1']);
  });

  it('has gaps where its operator took something out, which are no loss', async () => {
    await log.publish(['Thing_1', 'Thing_2', 'Thing_3'].map(event));
    await asOperator(({ streams }) => streams.deleteMessage(STREAM, 2));

    expect(await subjects()).toEqual(['Thing_1', 'Thing_3']);
  });

  it('that is not there is named, with the way to get it', async () => {
    await asOperator(({ streams }) => streams.delete(STREAM));

    await expect(log.publish([event('Thing_1')])).rejects.toThrow('has no stream hub-events: it is made');
    await expect(log.read(0n, 1)).rejects.toThrow('stream not found');
  });
});

describe('a server that wants to know who comes', () => {
  const guarded = new NatsServer('--user', 'hub', '--pass', 'p@ss');
  beforeAll(() => guarded.start());
  afterAll(() => guarded.remove());

  it('is told by the URL', async () => {
    const url = guarded.url.replace('//', '//hub:p%40ss@');
    await keepStream({ url, retentionDays: 7 });
    const log = new NatsEventLog(`${url},${guarded.url}`);
    await log.publish([event('Thing_1')]);

    expect(await log.read(0n, 10)).toHaveLength(1);
    await expect(keepStream({ url: guarded.url, retentionDays: 7 })).rejects.toThrow(
      /^No connection to the NATS server 127\.0\.0\.1:\d+: .*authorization/i,
    );
    await log.close();
  });
});
