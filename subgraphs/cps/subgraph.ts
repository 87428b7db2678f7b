import { accessLogResolver } from '../../shared/access-log/access-log.resolver.ts';
import { CreateAccessLog } from '../../shared/access-log/create-access-log.ts';
import { importResolver } from '../../shared/register/import-resolver.ts';
import { buildSubgraph, type SubgraphParts } from '../../shared/subgraph/schema.ts';
import type { Subgraph } from '../../shared/subgraph/subgraph.ts';
import { AdviceRequestResolver } from './advice-request/advice-request.resolver.ts';
import { AdviceRequest } from './advice-request/advice-request.ts';
import { announcementRegister } from './announcement/announcement.register.ts';
import { AnnouncementResolver, resolveAnnouncement } from './announcement/announcement.resolver.ts';
import { Announcement } from './announcement/announcement.ts';
import { BeneficiaryMutations } from './beneficiary/beneficiary.mutations.ts';
import { BeneficiaryResolver, resolveBeneficiary } from './beneficiary/beneficiary.resolver.ts';
import { Beneficiary } from './beneficiary/beneficiary.ts';
import { ConsultationMutations } from './consultation/consultation.mutations.ts';
import { consultationRegister } from './consultation/consultation.register.ts';
import { ConsultationResolver, resolveConsultation } from './consultation/consultation.resolver.ts';
import { ConsultationSubscription } from './consultation/consultation.subscription.ts';
import { Consultation } from './consultation/consultation.ts';
import { ConsultationAnswer } from './consultation/consultation-answer.ts';
import { type Context, createContext } from './context.ts';
import { EnrolmentResolver } from './enrolment/enrolment.resolver.ts';
import { Enrolment } from './enrolment/enrolment.ts';
import { erasePeopleDue } from './erasure/erase-people-due.ts';
import { erasureConsumers } from './erasure/erasure.consumers.ts';
import { ErasureResolver } from './erasure/erasure.resolver.ts';
import { Erasure } from './erasure/erasure.ts';
import { FiguresResolver } from './figures/figures.resolver.ts';
import { IdeaMutations } from './idea/idea.mutations.ts';
import { ideaRegister } from './idea/idea.register.ts';
import { IdeaResolver, resolveIdea } from './idea/idea.resolver.ts';
import { Idea } from './idea/idea.ts';
import { IntegrationPlanResolver } from './integration-plan/integration-plan.resolver.ts';
import { IntegrationPlan, PlanStep } from './integration-plan/integration-plan.ts';
import { legalFormAdviceRegister } from './legal-form-advice/legal-form-advice.register.ts';
import { LegalFormAdviceResolver, resolveLegalFormAdvice } from './legal-form-advice/legal-form-advice.resolver.ts';
import { LegalFormAdvice } from './legal-form-advice/legal-form-advice.ts';
import { ManufactoryResolver } from './manufactory/manufactory.resolver.ts';
import { CreateTables } from './migrations/2026-11-24-create-tables.ts';
import { AddPeople } from './migrations/2026-11-24-people.ts';
import { AddWorkOfTheCentre } from './migrations/2026-11-24-work-of-the-centre.ts';
import { KeepPeopleSafe } from './migrations/2026-11-28-keep-people-safe.ts';
import { DropAccessLogKey } from './migrations/2026-11-29-drop-access-log-key.ts';
import { needRegister } from './need/need.register.ts';
import { NeedResolver, resolveNeed } from './need/need.resolver.ts';
import { Need } from './need/need.ts';
import { Organisation } from './organisation/organisation.stub.ts';
import { people } from './people.ts';
import { PersonKey } from './person-key/person-key.ts';
import { assertSettings } from './person-key/settings.ts';
import { PotentialAssessmentMutations } from './potential-assessment/potential-assessment.mutations.ts';
import { PotentialAssessment } from './potential-assessment/potential-assessment.ts';
import { ROWS } from './rows.ts';
import { SupportCentreMutations } from './support-centre/support-centre.mutations.ts';
import { supportCentreRegister } from './support-centre/support-centre.register.ts';
import { resolveSupportCentre, SupportCentreResolver } from './support-centre/support-centre.resolver.ts';
import { SupportCentre } from './support-centre/support-centre.ts';
import { SupportSessionMutations } from './support-session/support-session.mutations.ts';
import { SupportSession } from './support-session/support-session.ts';
import { TrainingMutations } from './training/training.mutations.ts';
import { trainingRegister } from './training/training.register.ts';
import { resolveTraining, TrainingResolver } from './training/training.resolver.ts';
import { Training } from './training/training.ts';

const PARTS = {
  resolvers: [
    SupportCentreResolver,
    SupportCentreMutations,
    IdeaResolver,
    IdeaMutations,
    TrainingResolver,
    TrainingMutations,
    ConsultationResolver,
    ConsultationMutations,
    ConsultationSubscription,
    NeedResolver,
    AnnouncementResolver,
    AdviceRequestResolver,
    LegalFormAdviceResolver,
    ManufactoryResolver,
    FiguresResolver,
    BeneficiaryResolver,
    BeneficiaryMutations,
    PotentialAssessmentMutations,
    IntegrationPlanResolver,
    EnrolmentResolver,
    SupportSessionMutations,
    ErasureResolver,
    accessLogResolver({ of: Beneficiary, name: 'accessLog', people, organisation: Organisation }),
    importResolver(supportCentreRegister, 'cps:write'),
    importResolver(ideaRegister, 'cps:write'),
    importResolver(trainingRegister, 'cps:write'),
    importResolver(consultationRegister, 'cps:write'),
    importResolver(needRegister, 'cps:write'),
    importResolver(announcementRegister, 'cps:write'),
    importResolver(legalFormAdviceRegister, 'cps:write'),
  ],
  references: {
    SupportCentre: resolveSupportCentre,
    Idea: resolveIdea,
    Training: resolveTraining,
    Consultation: resolveConsultation,
    Need: resolveNeed,
    Announcement: resolveAnnouncement,
    LegalFormAdvice: resolveLegalFormAdvice,
    Beneficiary: resolveBeneficiary,
    Manufactory: (manufactory) => manufactory,
  },
  directives: ['@inaccessible'],
} satisfies SubgraphParts<Context>;

/** The Centre's part of the graph (Centrum Przedsiębiorczości Społecznej): ideas and what became of them. Start reading here. */
export const cps: Subgraph<Context> = {
  name: 'cps',
  entities: [
    SupportCentre,
    Idea,
    Training,
    Consultation,
    ConsultationAnswer,
    Need,
    Announcement,
    AdviceRequest,
    LegalFormAdvice,
    Beneficiary,
    PotentialAssessment,
    IntegrationPlan,
    PlanStep,
    Enrolment,
    SupportSession,
    PersonKey,
    Erasure,
  ],
  migrations: [CreateTables, AddWorkOfTheCentre, AddPeople, KeepPeopleSafe, CreateAccessLog, DropAccessLogKey],
  consumers: erasureConsumers,
  touches: [{ entity: ConsultationAnswer }, { entity: AdviceRequest }],
  people,
  rows: ROWS,
  assertSettings,
  daily: erasePeopleDue,
  createContext,
  build: () => buildSubgraph<Context>(PARTS),
};
