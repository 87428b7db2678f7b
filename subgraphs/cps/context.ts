import type { EntityManager } from '@mikro-orm/postgresql';
import { accessLogLoaders } from '../../shared/access-log/access-log.loaders.ts';
import type { Caller } from '../../shared/trust/caller.ts';
import { adviceRequestLoaders } from './advice-request/advice-request.loaders.ts';
import { announcementLoaders } from './announcement/announcement.loaders.ts';
import { beneficiaryLoaders } from './beneficiary/beneficiary.loaders.ts';
import { consultationLoaders } from './consultation/consultation.loaders.ts';
import { enrolmentLoaders } from './enrolment/enrolment.loaders.ts';
import { erasureLoaders } from './erasure/erasure.loaders.ts';
import { ideaLoaders } from './idea/idea.loaders.ts';
import { integrationPlanLoaders } from './integration-plan/integration-plan.loaders.ts';
import { legalFormAdviceLoaders } from './legal-form-advice/legal-form-advice.loaders.ts';
import { needLoaders } from './need/need.loaders.ts';
import { people } from './people.ts';
import { personKeyLoaders } from './person-key/person-key.loaders.ts';
import { potentialAssessmentLoaders } from './potential-assessment/potential-assessment.loaders.ts';
import { supportCentreLoaders } from './support-centre/support-centre.loaders.ts';
import { supportSessionLoaders } from './support-session/support-session.loaders.ts';
import { trainingLoaders } from './training/training.loaders.ts';

/** What one request carries. Nothing in it outlives the request. */
export const createContext = (em: EntityManager, caller: Caller) => ({
  em,
  caller,
  loaders: {
    ...supportCentreLoaders(em),
    ...ideaLoaders(em),
    ...trainingLoaders(em),
    ...consultationLoaders(em),
    ...needLoaders(em),
    ...announcementLoaders(em),
    ...adviceRequestLoaders(em),
    ...legalFormAdviceLoaders(em),
    ...beneficiaryLoaders(em, caller),
    ...personKeyLoaders(em),
    ...erasureLoaders(em),
    ...enrolmentLoaders(em),
    ...integrationPlanLoaders(em),
    ...potentialAssessmentLoaders(em),
    ...supportSessionLoaders(em),
    ...accessLogLoaders(em, people),
  },
});

export type Context = ReturnType<typeof createContext>;
