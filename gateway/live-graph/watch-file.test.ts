import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { eventually } from '../../test/kit/hub.ts';
import { compose } from '../compose.ts';
import { buildEngine } from '../engine/engine.ts';
import { LiveGraph } from './live-graph.ts';
import { watchSupergraphFile } from './watch-file.ts';

const supergraphOf = (fields: string) =>
  compose([{ name: 'trees', url: 'http://trees/', sdl: `type Query { ${fields} }` }]);
const NEW = supergraphOf('size: Int, colour: Int');

let folder: string;
let file: string;
let graph: LiveGraph<object>;
let stop: () => void;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'supergraph-'));
  file = path.join(folder, 'supergraph.graphql');
  const supergraph = supergraphOf('size: Int');
  writeFileSync(file, supergraph);
  const build = (sdl: string) => buildEngine<object>({ supergraph: sdl, send: async () => ({ text: '{}' }) });
  graph = new LiveGraph({ supergraph, build, log: () => {} });
  stop = watchSupergraphFile(file, graph);
});
afterEach(() => {
  stop();
  rmSync(folder, { recursive: true });
});
const hasColour = () => 'colour' in (graph.current.engine.schema.getQueryType()?.getFields() ?? {});

it('sees a file that is replaced by a rename, as editors and deployments do', async () => {
  writeFileSync(`${file}.new`, NEW);
  renameSync(`${file}.new`, file);

  await eventually(hasColour);
});

it('waits for the rest of a file that is half written, without a word', async () => {
  writeFileSync(file, NEW.slice(0, NEW.length / 2));
  await sleep(1_500);
  expect(graph.state).toMatchObject({ refused: null, outcomes: { refused: 0 } });
  writeFileSync(file, NEW);

  await eventually(hasColour);
  expect(graph.state.outcomes).toMatchObject({ live: 1, refused: 0 });
});

it('says so where a file stays half, or goes away, and takes the next one', async () => {
  writeFileSync(file, NEW.slice(0, NEW.length / 2));
  await eventually(() => graph.state.refused?.code === 'SUPERGRAPH_INVALID');
  rmSync(file);
  await eventually(() => graph.state.refused?.reasons[0]?.includes('ENOENT') === true);
  expect(hasColour()).toBe(false);

  writeFileSync(file, NEW);
  await eventually(hasColour);
  expect(graph.state.refused).toBeNull();
});
