import { importResolver } from '../../shared/register/import-resolver.ts';
import { buildSubgraph, type SubgraphParts } from '../../shared/subgraph/schema.ts';
import type { Subgraph } from '../../shared/subgraph/subgraph.ts';
import { BeneficiaryResolver } from './beneficiary/beneficiary.resolver.ts';
import { Beneficiary } from './beneficiary/beneficiary.stub.ts';
import { type Context, createContext } from './context.ts';
import { departmentRegister } from './department/department.register.ts';
import { DepartmentResolver, resolveDepartment } from './department/department.resolver.ts';
import { Department } from './department/department.ts';
import { EmploymentResolver } from './employment/employment.resolver.ts';
import { Employment } from './employment/employment.ts';
import { consumers } from './fact/consumers.ts';
import { KnownAdvice, KnownIdea, KnownIncentive } from './fact/known-facts.ts';
import { FiguresResolver } from './figures/figures.resolver.ts';
import { HistoryResolver } from './history/history.resolver.ts';
import { ManufactoryTransition } from './history/manufactory-transition.ts';
import { IdeaResolver } from './idea/idea.resolver.ts';
import { ManufactoryMutations } from './manufactory/manufactory.mutations.ts';
import { manufactoryRegister } from './manufactory/manufactory.register.ts';
import { ManufactoryResolver, resolveManufactory } from './manufactory/manufactory.resolver.ts';
import { ManufactorySubscription } from './manufactory/manufactory.subscription.ts';
import { Manufactory } from './manufactory/manufactory.ts';
import { CreateTables } from './migrations/2026-11-24-create-tables.ts';
import { DeepenManufactories } from './migrations/2026-11-24-deepen-manufactories.ts';
import { parentInstitutionRegister } from './parent-institution/parent-institution.register.ts';
import {
  ParentInstitutionResolver,
  resolveParentInstitution,
} from './parent-institution/parent-institution.resolver.ts';
import { ParentInstitution } from './parent-institution/parent-institution.ts';
import { ROWS } from './rows.ts';
import { StaffRoleResolver } from './staff-role/staff-role.resolver.ts';
import { StaffRole } from './staff-role/staff-role.ts';
import { supportStepRegister } from './support-step/support-step.register.ts';
import { SupportStepResolver } from './support-step/support-step.resolver.ts';
import { SupportStep } from './support-step/support-step.ts';

const served = {
  resolvers: [
    ParentInstitutionResolver,
    DepartmentResolver,
    ManufactoryResolver,
    ManufactoryMutations,
    ManufactorySubscription,
    SupportStepResolver,
    HistoryResolver,
    IdeaResolver,
    FiguresResolver,
    importResolver(parentInstitutionRegister),
    importResolver(departmentRegister),
    importResolver(manufactoryRegister),
    importResolver(supportStepRegister),
  ],
  references: {
    ParentInstitution: resolveParentInstitution,
    Department: resolveDepartment,
    Manufactory: resolveManufactory,
    Idea: (idea: object) => idea,
  },
} satisfies SubgraphParts<Context>;

/** The parent institutions' part of the graph: the manufactories that they host. Start reading here. */
export const institutions: Subgraph<Context> = {
  name: 'institutions',
  entities: [
    ParentInstitution,
    Department,
    Manufactory,
    SupportStep,
    ManufactoryTransition,
    KnownIdea,
    KnownIncentive,
    KnownAdvice,
    Employment,
    StaffRole,
  ],
  migrations: [CreateTables, DeepenManufactories],
  consumers,
  rows: ROWS,
  createContext,
  build: () => buildSubgraph<Context>(served),
};

/** The same with the people who work there; it is not served until the rules that protect them are in. */
export const buildInstitutionsWithPeople = () =>
  buildSubgraph<Context>({
    resolvers: [...served.resolvers, EmploymentResolver, StaffRoleResolver, BeneficiaryResolver],
    references: { ...served.references, Beneficiary: (beneficiary: object) => beneficiary },
    orphanedTypes: [Beneficiary],
    directives: ['@inaccessible'],
  });
