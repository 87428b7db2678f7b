import { importResolver } from '../../shared/register/import-resolver.ts';
import { buildSubgraph } from '../../shared/subgraph/schema.ts';
import type { Subgraph } from '../../shared/subgraph/subgraph.ts';
import { type Context, createContext } from './context.ts';
import { ideaRegister } from './idea/idea.register.ts';
import { IdeaResolver, resolveIdea } from './idea/idea.resolver.ts';
import { Idea } from './idea/idea.ts';
import { CreateTables } from './migrations/2026-11-24-create-tables.ts';
import { supportCentreRegister } from './support-centre/support-centre.register.ts';
import { resolveSupportCentre, SupportCentreResolver } from './support-centre/support-centre.resolver.ts';
import { SupportCentre } from './support-centre/support-centre.ts';

/** The Centre's part of the graph (Centrum Przedsiębiorczości Społecznej): ideas and what became of them. Start reading here. */
export const cps: Subgraph<Context> = {
  name: 'cps',
  entities: [SupportCentre, Idea],
  migrations: [CreateTables],
  createContext,
  build: () =>
    buildSubgraph<Context>({
      resolvers: [
        SupportCentreResolver,
        IdeaResolver,
        importResolver(supportCentreRegister),
        importResolver(ideaRegister),
      ],
      references: { SupportCentre: resolveSupportCentre, Idea: resolveIdea },
    }),
};
