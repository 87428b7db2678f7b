import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePorts } from '../../kit/free-ports.ts';
import { eventually } from '../../kit/hub.ts';

/** A `nats-server` with JetStream, on a port and a folder of its own. */
export class NatsServer {
  readonly #store = mkdtempSync(path.join(tmpdir(), 'hub-nats-'));
  readonly #options: string[];
  #port: number;
  #process: ChildProcess | undefined;

  constructor(...options: string[]) {
    this.#options = options;
  }

  get url(): string {
    return `nats://127.0.0.1:${this.#port}`;
  }

  /** Starts it, again on the same data, and waits until it takes connections. */
  async start(): Promise<void> {
    this.#port ??= await freePorts(1);
    const place = ['-a', '127.0.0.1', '-p', String(this.#port), '-js', '-sd', this.#store];
    const started = spawn('nats-server', [...place, ...this.#options], {
      stdio: 'ignore',
      env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` }, // where Debian has it
    });
    this.#process = started;
    const failed = new Promise<never>((_, reject) => {
      started.once('error', (error: NodeJS.ErrnoException) => reject(error.code === 'ENOENT' ? MISSING : error));
      started.once('exit', (code) => reject(new Error(`nats-server ended with ${code}.`)));
    });
    failed.catch(() => undefined);
    await Promise.race([failed, eventually(() => accepts(this.#port))]);
  }

  /** Ends it without a warning. */
  async kill(): Promise<void> {
    const { exitCode, signalCode } = this.#process ?? {};
    if (!this.#process?.pid || exitCode !== null || signalCode !== null) return;
    const gone = once(this.#process, 'exit');
    this.#process.kill('SIGKILL');
    await gone;
  }

  async remove(): Promise<void> {
    await this.kill();
    rmSync(this.#store, { recursive: true, force: true });
  }
}

const MISSING = new Error(
  'There is no nats-server on the PATH. On Debian and Ubuntu, `apt-get install nats-server` brings it; elsewhere see https://docs.nats.io/running-a-nats-service/introduction/installation.',
);

const accepts = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('error', () => resolve(false));
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
  });
