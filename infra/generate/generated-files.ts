import 'reflect-metadata';
import { compose } from '../../gateway/compose.ts';
import type { Subgraph } from '../../shared/subgraph/subgraph.ts';
import { DEFAULT_PORT, SUBGRAPHS, urlOf } from '../subgraphs.ts';

/** What the code says that the committed SDL files hold: path from the project's root → text. */
export async function generatedFiles(): Promise<Map<string, string>> {
  const sdls = await Promise.all(
    SUBGRAPHS.map(async (name) => {
      const module: Record<string, Subgraph> = await import(`../../subgraphs/${name}/subgraph.ts`);
      const { sdl } = await (module[name] as Subgraph).build();
      return { name, url: urlOf(name, DEFAULT_PORT), sdl };
    }),
  );
  return new Map([
    ...sdls.map(({ name, sdl }) => [`subgraphs/${name}/schema.graphql`, sdl] as const),
    ['gateway/supergraph.graphql', compose(sdls)],
  ]);
}
