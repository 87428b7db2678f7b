import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { projectRoot } from '../../shared/reference-data/project-root.ts';
import { freePorts } from '../kit/free-ports.ts';

const SAYS_ITS_MEMORY = `process.on('message', () => { gc(); process.send(process.memoryUsage()); })`;

/** In megabytes. */
export interface Memory {
  rss: number;
  heapUsed: number;
}

/** The gateway as `npm run -s gateway` runs it, on a supergraph of its own. */
export class GatewayProcess {
  readonly #folder = mkdtempSync(path.join(tmpdir(), 'reload-'));
  #child: ChildProcess;
  output = '';
  url: string;

  /** @param settings - of its environment */
  async start(supergraph: string, operatorToken: string, settings: Record<string, string> = {}): Promise<void> {
    const file = path.join(this.#folder, 'supergraph.graphql');
    writeFileSync(file, supergraph);
    const port = await freePorts(1);
    this.url = `http://127.0.0.1:${port}`;
    this.#child = fork('dist/infra/gateway.js', ['--supergraph', file, '--port', String(port)], {
      cwd: projectRoot(),
      env: { ...process.env, HUB_HOME: this.#folder, OPERATOR_TOKEN: operatorToken, ...settings },
      execArgv: ['--expose-gc', '--import', `data:text/javascript,${encodeURIComponent(SAYS_ITS_MEMORY)}`],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.output += text;
      });
    }
    await once(this.#child, 'message');
  }

  /** After a collection of garbage. */
  async memory(): Promise<Memory> {
    const told = once(this.#child, 'message');
    this.#child.send('memory');
    const [memory] = await told;
    const megabytes = (bytes: number): number => Math.round(bytes / 1024 / 1024);
    return { rss: megabytes(memory.rss), heapUsed: megabytes(memory.heapUsed) };
  }

  async end(): Promise<void> {
    const gone = once(this.#child, 'exit');
    this.#child.kill();
    await gone;
    rmSync(this.#folder, { recursive: true });
  }
}
