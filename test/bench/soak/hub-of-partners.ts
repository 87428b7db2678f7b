import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { compose } from '../../../gateway/compose.ts';
import { freePorts } from '../../kit/free-ports.ts';
import { GatewayProcess } from '../../reload/gateway-process.ts';
import type { Mode } from './script.ts';
import { PARTNERS, sdlOf } from './world.ts';

const SETTINGS = {
  SUBGRAPH_DEADLINE_SECONDS: '1',
  QUERY_DEADLINE_SECONDS: '3',
  SUBGRAPH_ANSWER_MEGABYTES: '4',
};

/** A gateway and its partners, each a process. */
export class HubOfPartners {
  readonly gateway = new GatewayProcess();
  readonly #partners = new Map<string, ChildProcess>();

  async start(): Promise<void> {
    const first = await freePorts(PARTNERS.length);
    const services = await Promise.all(
      PARTNERS.map(async (name, i) => {
        const child = fork('dist/test/bench/soak/partner.js', [name, String(first + i)]);
        this.#partners.set(name, child);
        await once(child, 'message');
        return { name, sdl: sdlOf(name), url: `http://127.0.0.1:${first + i}/` };
      }),
    );
    await this.gateway.start(compose(services), 'operator', SETTINGS);
  }

  tell(modes: ReadonlyMap<string, Mode>): void {
    for (const [partner, mode] of modes) this.#partners.get(partner)?.send(mode);
  }

  allWell(): void {
    this.tell(new Map(PARTNERS.map((partner) => [partner, 'well'])));
  }

  async metric(name: string): Promise<number> {
    const text = await (await fetch(`${this.gateway.url}/metrics`)).text();
    const values = [...text.matchAll(new RegExp(`^${name}\\{[^}]*\\} (\\S+)$`, 'gm'))];
    return values.reduce((sum, [, value]) => sum + Number(value), 0);
  }

  async end(): Promise<void> {
    await this.gateway.end();
    for (const child of this.#partners.values()) child.disconnect();
  }
}
