import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { projectRoot } from '../../shared/reference-data/project-root.ts';
import { freePorts } from './free-ports.ts';
import type { Answer } from './subgraph.ts';

/** A whole hub in processes of its own, as `npm start` makes it from the compiled code. */
export class Hub {
  readonly home = mkdtempSync(path.join(tmpdir(), 'hub-home-'));
  port: number;
  /** All that the starter said. */
  output = '';
  starter: ChildProcess;
  /** Settings beside `PORT` and `HUB_HOME`. */
  readonly environment: Record<string, string> = {};

  get url(): string {
    return `http://127.0.0.1:${this.port}/`;
  }

  get operatorToken(): string {
    return JSON.parse(readFileSync(path.join(this.home, 'secrets.json'), 'utf8')).operatorToken;
  }

  async findPorts(): Promise<void> {
    this.port ??= await freePorts(7);
  }

  /** Starts it, again on the same data, and waits for the line that says so. */
  async start(...options: string[]): Promise<void> {
    await this.findPorts();
    this.output = '';
    this.starter = this.#program('start', options);
    for (const stream of [this.starter.stdout, this.starter.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.output += text;
      });
    }
    while (!this.output.includes('hub ready')) {
      if (this.starter.exitCode !== null) throw new Error(this.output);
      await sleep(50);
    }
  }

  /** Sends the signal to the starter and waits until it is gone; gives its exit code. */
  async end(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    const gone = new Promise<number | null>((resolve) => this.starter.once('exit', resolve));
    this.starter.kill(signal);
    return gone;
  }

  async ask(
    query: string,
    variables: Record<string, unknown> = {},
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const response = await fetch(`${this.url}graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as Answer;
  }

  #program(name: string, args: string[]): ChildProcess {
    return spawn(process.execPath, [`dist/infra/${name}.js`, ...args], {
      cwd: projectRoot(),
      env: { ...process.env, PORT: String(this.port), HUB_HOME: this.home, ...this.environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }

  /** Command lines of the processes that belong to this hub. */
  processes(): string[] {
    const all = execFileSync('ps', ['-eo', 'pid,args'], { encoding: 'utf8' }).split('\n');
    const ports = Array.from({ length: 7 }, (_, i) => `--port ${this.port + i}`);
    return all.filter((line) => line.includes(this.home) || ports.some((port) => line.trimEnd().endsWith(port)));
  }

  /** Kills one of its programs, as a failure would. */
  kill(program: string): void {
    const [line = ''] = this.processes().filter((command) => command.includes(`dist/${program}`));
    process.kill(Number.parseInt(line, 10), 'SIGKILL');
  }

  /** Runs one subgraph alone beside the others, as its partner would. */
  async runSubgraph(name: string): Promise<ChildProcess> {
    return this.#runAlone('subgraph', name);
  }

  /** Runs a second gateway beside the hub's own. */
  async runGateway(port: number): Promise<ChildProcess> {
    return this.#runAlone('gateway', `--port=${port}`);
  }

  async #runAlone(program: string, ...args: string[]): Promise<ChildProcess> {
    const child = this.#program(program, args);
    await new Promise((resolve) => child.stdout?.once('data', resolve));
    return child;
  }

  /** Runs an operator's command to its end. */
  async command(...args: string[]): Promise<{ code: number | null; output: string }> {
    const child = this.#program('hub', args);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
    }
    const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
    return { code, output };
  }

  async remove(): Promise<void> {
    if (this.starter?.exitCode === null && this.starter.signalCode === null) await this.end();
    rmSync(this.home, { recursive: true, force: true });
  }
}

/** Waits until it holds; throws where it does not in time. */
export async function eventually(holds: () => boolean | Promise<boolean>, seconds = 15): Promise<void> {
  const deadline = Date.now() + seconds * 1000;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`It did not come true within ${seconds} seconds: ${holds}`);
    await sleep(100);
  }
}
