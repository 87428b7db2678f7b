import { Counter, Gauge, type Registry } from 'prom-client';
import type { SupergraphState } from '../live-graph/state.ts';

/** What an operator watches of reloads; `hub_supergraph_refused` is the one to alert on. Read when asked for. */
export function measureSupergraph(state: () => SupergraphState, registry: Registry): void {
  const registers = [registry];
  new Gauge({
    name: 'hub_supergraph_refused',
    help: '1 while the newest supergraph that was given is refused and an older one is served, else 0.',
    registers,
    collect() {
      this.set(state().refused ? 1 : 0);
    },
  });
  new Gauge({
    name: 'hub_supergraph_live_since_seconds',
    help: 'When the supergraph that is served went live, in seconds since 1970.',
    registers,
    collect() {
      this.set(Date.parse(state().since) / 1000);
    },
  });
  new Gauge({
    name: 'hub_supergraph_info',
    help: 'Always 1; the label names the supergraph that is served.',
    labelNames: ['hash'],
    registers,
    collect() {
      this.reset();
      this.set({ hash: state().hash }, 1);
    },
  });
  new Gauge({
    name: 'hub_supergraph_broken_operations',
    help: 'Recorded operations that the supergraph which is served made invalid.',
    registers,
    collect() {
      this.set(state().broken);
    },
  });
  new Counter({
    name: 'hub_supergraph_reloads_total',
    help: 'Supergraphs that were given, by what became of them: live, unchanged, refused, superseded.',
    labelNames: ['outcome'],
    registers,
    collect() {
      this.reset();
      for (const [outcome, count] of Object.entries(state().outcomes)) this.inc({ outcome }, count);
    },
  });
}
