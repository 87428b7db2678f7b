import { importResolver } from '../../shared/register/import-resolver.ts';
import { buildSubgraph } from '../../shared/subgraph/schema.ts';
import type { Subgraph } from '../../shared/subgraph/subgraph.ts';
import { type Context, createContext } from './context.ts';
import { IdeaResolver } from './idea/idea.resolver.ts';
import { manufactoryRegister } from './manufactory/manufactory.register.ts';
import { ManufactoryResolver, resolveManufactory } from './manufactory/manufactory.resolver.ts';
import { Manufactory } from './manufactory/manufactory.ts';
import { CreateTables } from './migrations/2026-11-24-create-tables.ts';
import { parentInstitutionRegister } from './parent-institution/parent-institution.register.ts';
import {
  ParentInstitutionResolver,
  resolveParentInstitution,
} from './parent-institution/parent-institution.resolver.ts';
import { ParentInstitution } from './parent-institution/parent-institution.ts';

/** The parent institutions' part of the graph: the manufactories that they host. Start reading here. */
export const institutions: Subgraph<Context> = {
  name: 'institutions',
  entities: [ParentInstitution, Manufactory],
  migrations: [CreateTables],
  createContext,
  build: () =>
    buildSubgraph<Context>({
      resolvers: [
        ParentInstitutionResolver,
        ManufactoryResolver,
        IdeaResolver,
        importResolver(parentInstitutionRegister),
        importResolver(manufactoryRegister),
      ],
      references: {
        ParentInstitution: resolveParentInstitution,
        Manufactory: resolveManufactory,
        Idea: (idea) => idea,
      },
    }),
};
