import { accessLogResolver } from '../../shared/access-log/access-log.resolver.ts';
import { CreateAccessLogWithKey } from '../../shared/access-log/create-access-log.ts';
import { retentionYears } from '../../shared/people/retention.ts';
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
import { eraseWorkDue } from './erasure/erase-work.ts';
import { ErasedPerson } from './erasure/erased-person.ts';
import { erasureConsumers } from './erasure/erasure.consumers.ts';
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
import { KeepPeopleSafe } from './migrations/2026-11-28-keep-people-safe.ts';
import { Organisation } from './organisation/organisation.stub.ts';
import { parentInstitutionRegister } from './parent-institution/parent-institution.register.ts';
import {
  ParentInstitutionResolver,
  resolveParentInstitution,
} from './parent-institution/parent-institution.resolver.ts';
import { ParentInstitution } from './parent-institution/parent-institution.ts';
import { people } from './people.ts';
import { ROWS } from './rows.ts';
import { StaffRoleResolver } from './staff-role/staff-role.resolver.ts';
import { StaffRole } from './staff-role/staff-role.ts';
import { supportStepRegister } from './support-step/support-step.register.ts';
import { SupportStepResolver } from './support-step/support-step.resolver.ts';
import { SupportStep } from './support-step/support-step.ts';

const parts = {
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
    EmploymentResolver,
    StaffRoleResolver,
    BeneficiaryResolver,
    accessLogResolver({ of: Beneficiary, name: 'hostAccessLog', people, organisation: Organisation }),
    importResolver(parentInstitutionRegister, 'institutions:write'),
    importResolver(departmentRegister, 'institutions:write'),
    importResolver(manufactoryRegister, 'institutions:write'),
    importResolver(supportStepRegister, 'institutions:write'),
  ],
  references: {
    ParentInstitution: resolveParentInstitution,
    Department: resolveDepartment,
    Manufactory: resolveManufactory,
    Idea: (idea: object) => idea,
    Beneficiary: (beneficiary: object) => beneficiary,
  },
  orphanedTypes: [Beneficiary],
  directives: ['@inaccessible'],
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
    ErasedPerson,
  ],
  migrations: [CreateTables, DeepenManufactories, KeepPeopleSafe, CreateAccessLogWithKey],
  consumers: [...consumers, ...erasureConsumers],
  people,
  rows: ROWS,
  assertSettings: () => void retentionYears(),
  daily: eraseWorkDue,
  createContext,
  build: () => buildSubgraph<Context>(parts),
};
