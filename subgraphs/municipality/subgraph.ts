import { importResolver } from '../../shared/register/import-resolver.ts';
import { buildSubgraph } from '../../shared/subgraph/schema.ts';
import type { Subgraph } from '../../shared/subgraph/subgraph.ts';
import { BudgetMutations } from './budget/budget.mutations.ts';
import { budgetRegister } from './budget/budget.register.ts';
import { BudgetResolver, resolveBudget } from './budget/budget.resolver.ts';
import { Budget } from './budget/budget.ts';
import { BudgetAmendmentResolver, BudgetLineChangeResolver } from './budget-amendment/budget-amendment.resolver.ts';
import { BudgetAmendment, BudgetLineChange } from './budget-amendment/budget-amendment.ts';
import { budgetLineRegister } from './budget-line/budget-line.register.ts';
import { BudgetLineResolver, resolveBudgetLine } from './budget-line/budget-line.resolver.ts';
import { BudgetLine } from './budget-line/budget-line.ts';
import { ConsultationResolver } from './consultation/consultation.resolver.ts';
import { type Context, createContext } from './context.ts';
import { FiguresResolver } from './figures/figures.resolver.ts';
import { IncentiveMutations } from './incentive/incentive.mutations.ts';
import { incentiveRegister } from './incentive/incentive.register.ts';
import { IncentiveResolver, resolveIncentive } from './incentive/incentive.resolver.ts';
import { IncentiveSubscription } from './incentive/incentive.subscription.ts';
import { Incentive } from './incentive/incentive.ts';
import { IncentiveSchemeMutations } from './incentive-scheme/incentive-scheme.mutations.ts';
import { incentiveSchemeRegister } from './incentive-scheme/incentive-scheme.register.ts';
import { IncentiveSchemeResolver, resolveIncentiveScheme } from './incentive-scheme/incentive-scheme.resolver.ts';
import { IncentiveScheme } from './incentive-scheme/incentive-scheme.ts';
import { ManufactoryResolver } from './manufactory/manufactory.resolver.ts';
import { AddBudgetsAndSchemes } from './migrations/2026-11-24-add-budgets-and-schemes.ts';
import { CreateTables } from './migrations/2026-11-24-create-tables.ts';
import { municipalityRegister } from './municipality/municipality.register.ts';
import { MunicipalityResolver, resolveMunicipality } from './municipality/municipality.resolver.ts';
import { Municipality } from './municipality/municipality.ts';
import { ParentInstitutionResolver } from './parent-institution/parent-institution.resolver.ts';
import { paymentRegister } from './payment/payment.register.ts';
import { PaymentResolver } from './payment/payment.resolver.ts';
import { Payment } from './payment/payment.ts';
import { socialPolicyRegister } from './social-policy/social-policy.register.ts';
import { resolveSocialPolicy, SocialPolicyResolver } from './social-policy/social-policy.resolver.ts';
import { SocialPolicy } from './social-policy/social-policy.ts';

/** The municipality's part of the graph: what it plans, what it gives, and what was paid. Start reading here. */
export const municipality: Subgraph<Context> = {
  name: 'municipality',
  entities: [
    Municipality,
    SocialPolicy,
    Budget,
    BudgetLine,
    BudgetAmendment,
    BudgetLineChange,
    IncentiveScheme,
    Incentive,
    Payment,
  ],
  migrations: [CreateTables, AddBudgetsAndSchemes],
  touches: [
    { entity: Budget, when: ['currency'], beneath: [BudgetLine] },
    { entity: IncentiveScheme, when: ['budgetLineId'], beneath: [Incentive] },
  ],
  createContext,
  build: () =>
    buildSubgraph<Context>({
      resolvers: [
        MunicipalityResolver,
        SocialPolicyResolver,
        BudgetResolver,
        BudgetMutations,
        BudgetLineResolver,
        BudgetAmendmentResolver,
        BudgetLineChangeResolver,
        IncentiveSchemeResolver,
        IncentiveSchemeMutations,
        IncentiveResolver,
        IncentiveMutations,
        IncentiveSubscription,
        PaymentResolver,
        ManufactoryResolver,
        ParentInstitutionResolver,
        ConsultationResolver,
        FiguresResolver,
        importResolver(municipalityRegister, 'municipality:write'),
        importResolver(socialPolicyRegister, 'municipality:write'),
        importResolver(budgetRegister, 'municipality:write'),
        importResolver(budgetLineRegister, 'municipality:write'),
        importResolver(incentiveSchemeRegister, 'municipality:write'),
        importResolver(incentiveRegister, 'municipality:write'),
        importResolver(paymentRegister, 'municipality:write'),
      ],
      references: {
        Municipality: resolveMunicipality,
        SocialPolicy: resolveSocialPolicy,
        Budget: resolveBudget,
        BudgetLine: resolveBudgetLine,
        IncentiveScheme: resolveIncentiveScheme,
        Incentive: resolveIncentive,
        Manufactory: (manufactory) => manufactory,
        ParentInstitution: (parentInstitution) => parentInstitution,
        Consultation: (consultation) => consultation,
      },
    }),
};
