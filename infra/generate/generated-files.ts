import 'reflect-metadata';
import { compose } from '../../gateway/compose.ts';
import { readSupergraph } from '../../gateway/engine/supergraph.ts';
import type { Subgraph } from '../../shared/subgraph/subgraph.ts';
import { DEFAULT_PORT, SUBGRAPHS, urlOf } from '../subgraphs.ts';
import { dashboardFiles } from './dashboard-files.ts';

/** What the code and the dashboard's operations say that the committed files hold: path from the project's root → text. */
export async function generatedFiles(): Promise<Map<string, string>> {
  const sdls = await Promise.all(
    SUBGRAPHS.map(async (name) => {
      const module: Record<string, Subgraph> = await import(`../../subgraphs/${name}/subgraph.ts`);
      const { sdl } = await (module[name] as Subgraph).build();
      return { name, url: urlOf(name, DEFAULT_PORT), sdl };
    }),
  );
  const supergraph = compose(sdls);
  return new Map([
    ...sdls.map(({ name, sdl }) => [`subgraphs/${name}/schema.graphql`, sdl] as const),
    ['gateway/supergraph.graphql', supergraph],
    ...(await dashboardFiles(readSupergraph(supergraph).schema)),
  ]);
}
