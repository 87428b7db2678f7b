import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { serveCannedGraph } from './canned-graph.ts';
import { CORES } from './cores.ts';
import { manyDocuments } from './documents.ts';
import { GATEWAYS, installPeers, type Sharing } from './gateways.ts';
import { askHub } from './hub.ts';
import { compare } from './measure.ts';
import { pin } from './process-figures.ts';
import { markdown, setting, table } from './report.ts';
import { compareWorkers } from './workers.ts';
import { WORKLOADS } from './workloads.ts';

/** `npm run bench -- gateway`: what a request costs our gateway, and others. Nothing here passes or fails by time. */
const { values: options } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    sharing: { type: 'string', multiple: true, default: ['off', 'on'] },
    runs: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '5' },
    json: { type: 'string' },
  },
});
const rules = { runs: Number(options.runs), seconds: Number(options.seconds) };
const known = [...WORKLOADS.map(({ name }) => name), 'documents', 'workers', 'hub'];
const wanted = options.only ?? known;
const unknown = wanted.filter((name) => !known.includes(name));
if (unknown.length > 0 || !(rules.runs >= 1) || !(rules.seconds > 0)) {
  console.error(
    `npm run bench -- gateway [--only ${known.join('|')}] [--sharing off|on] [--runs 5] [--seconds 5] [--json FILE]`,
  );
  process.exit(1);
}

const facts = setting();
const figures: Record<string, unknown> = { setting: facts, rules };
const say = (title: string, body: string) => console.log(`\n### ${title}\n\n${body}`);
const keep = (name: string, result: unknown) => {
  figures[name] = result;
  if (options.json) writeFileSync(options.json, JSON.stringify(figures, null, 2));
};

installPeers();
if (CORES) pin(process.pid, CORES.others);
console.log(
  Object.entries(facts)
    .map(([name, fact]) => `- ${name}: ${fact}`)
    .join('\n'),
);

const graph = await serveCannedGraph();
for (const sharing of options.sharing as Sharing[]) {
  for (const workload of WORKLOADS.filter(({ name }) => wanted.includes(name))) {
    const results = await compare(GATEWAYS, graph, workload, sharing, rules);
    say(`${workload.name}: ${workload.what}; sharing ${sharing}`, table(results));
    keep(`${workload.name}, sharing ${sharing}`, results);
  }
}
if (wanted.includes('workers')) {
  const results = await compareWorkers(graph, rules);
  say('workers: the wide list by one process, and by two that share a port; sharing off', table(results));
  keep('workers', results);
}
if (wanted.includes('documents')) {
  const memory = await manyDocuments(graph);
  say('documents: 10,000 distinct ones, one after another, to one process of ours', markdown(memory.rows));
  keep('documents', memory);
}
graph.close();
if (wanted.includes('hub')) {
  const hub = await askHub(rules);
  say(
    "hub: the first question, on the real subgraphs and PostgreSQL; the hub's own way of sharing",
    markdown(hub.rows),
  );
  keep('hub', hub);
}
