import { ANONYMOUS } from '../../shared/trust/caller.ts';
import type { SubgraphSdl } from '../compose.ts';
import { checkApart } from '../publish-check/check-apart.ts';
import { type Allowed, type Finding, isError, NOTHING_ALLOWED } from '../publish-check/finding.ts';
import type { SendInTime } from '../subgraph-client/deadline.ts';
import type { GatewayContext } from '../subgraph-client/send-signed.ts';
import type { LiveGraph } from './live-graph.ts';
import { messageOf, type Outcome, type Refused, refused } from './outcome.ts';

export interface Publication {
  name: string;
  /** Without it, the subgraph is asked. */
  sdl?: string;
  /** Needed where the supergraph does not have the subgraph yet. */
  url?: string;
  refuseBreaking?: boolean;
  allowed?: Allowed;
}

const ASK_FOR_SDL = JSON.stringify({ query: '{ _service { sdl } }' });
const PATIENCE_MS = 10_000;

/** Takes one subgraph's new SDL, composed with those of the others: as they published them, else as they say. */
export class Publisher {
  readonly #graph: LiveGraph<GatewayContext>;
  readonly #send: SendInTime<GatewayContext>;
  #published = new Map<string, SubgraphSdl>();
  /** The supergraph that `#published` went into; a whole one that came in between knows better. */
  #hash = '';
  #last: Promise<unknown> = Promise.resolve();

  constructor(graph: LiveGraph<GatewayContext>, send: SendInTime<GatewayContext>) {
    this.#graph = graph;
    this.#send = send;
  }

  /** One after the other, so that no partner's publication is composed without the one before it. */
  publish(publication: Publication): Promise<Outcome> {
    const outcome = this.#last.then(() => this.#publish(publication));
    this.#last = outcome.catch(() => {});
    return outcome;
  }

  async #publish({ name, sdl, url, refuseBreaking, allowed = NOTHING_ALLOWED }: Publication): Promise<Outcome> {
    const from = `the subgraph ${name}`;
    const { hash, engine } = this.#graph.current;
    if (hash !== this.#hash) this.#published = new Map();

    const known = engine.subgraphs.find((subgraph) => subgraph.name === name);
    const address = url ?? known?.url;
    if (!address) {
      const reason = `The supergraph has no subgraph ${name}. Say where it is: \`PUT /subgraphs/${name}?url=https://…\`.`;
      return refused('SUBGRAPH_UNKNOWN', [reason]);
    }
    const others = engine.subgraphs.filter((subgraph) => subgraph.name !== name);
    try {
      const [own, ...rest] = await Promise.all([
        this.#sdlOf({ name, url: address }, sdl),
        ...others.map((other) => this.#sdlOf(other, this.#published.get(other.name)?.sdl)),
      ]);
      const order = [...(known ? engine.subgraphs : [...others, { name }])].map((subgraph) => subgraph.name);
      const all = [own, ...rest].sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
      const { findings, supergraph } = await checkApart({ candidate: own, all, served: engine.supergraph, allowed });
      if (supergraph === null) return this.#graph.refuse(from, refusalOf(name, findings));
      const outcome = await this.#graph.take({ supergraph, from, refuseBreaking, checkedAgainst: hash });
      if (outcome.outcome !== 'live') return outcome;
      this.#published.set(name, own);
      this.#hash = outcome.supergraph;
      return { ...outcome, findings };
    } catch (error) {
      if (error instanceof NoSdl) return this.#graph.refuse(from, refused('SUBGRAPH_UNAVAILABLE', [error.message]));
      throw error;
    }
  }

  async #sdlOf({ name, url }: { name: string; url: string }, given: string | undefined): Promise<SubgraphSdl> {
    if (given !== undefined) return { name, url, sdl: given };
    try {
      const context = { caller: ANONYMOUS };
      const until = performance.now() + PATIENCE_MS;
      const request = { subgraph: name, url, body: ASK_FOR_SDL, kind: 'query', context, until } as const;
      const { text } = await this.#send(request);
      const answer = JSON.parse(text);
      const sdl: unknown = answer?.data?._service?.sdl;
      if (typeof sdl !== 'string') throw new Error('its answer has no `_service { sdl }`');
      return { name, url, sdl };
    } catch (cause) {
      const wayOut = 'Publish its SDL as the body of `PUT /subgraphs/…`, or the whole graph by `PUT /supergraph`.';
      throw new NoSdl(`The subgraph ${name} does not say its SDL: ${messageOf(cause)}. ${wayOut}`, { cause });
    }
  }
}

class NoSdl extends Error {}

function refusalOf(name: string, findings: readonly Finding[]): Refused {
  const errors = findings.filter(isError);
  const isComposition = errors.every(({ code }) => code === 'COMPOSITION_FAILED' || code === 'SYNTAX_ERROR');
  const reasons = errors.map(({ message, line }) => (line === undefined ? message : `[${name}:${line}] ${message}`));
  return { ...refused(isComposition ? 'COMPOSITION_FAILED' : 'CHECK_FAILED', reasons), findings };
}
