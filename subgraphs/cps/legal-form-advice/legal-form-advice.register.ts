import { LEGAL_FORMS } from '../../../shared/classification/code-list.ts';
import * as column from '../../../shared/register/column.ts';
import type { Register } from '../../../shared/register/register.ts';
import { SupportCentre } from '../support-centre/support-centre.ts';
import { adviceEvent } from './legal-form-advice.events.ts';
import { LegalFormAdvice, ParentOpinion } from './legal-form-advice.ts';

export const legalFormAdviceRegister: Register<LegalFormAdvice> = {
  name: 'legal-form-advice',
  entity: LegalFormAdvice,
  owner: 'support_centre',
  columns: {
    support_centre: column.reference('SupportCentre', () => SupportCentre),
    manufactory: column.reference('Manufactory'),
    recommended_code: column.classOf(LEGAL_FORMS),
    alternative_codes: column.listOf(column.classOf(LEGAL_FORMS)),
    proposal_code: column.optional(column.classOf(LEGAL_FORMS)),
    parent_opinion: column.oneOf(ParentOpinion),
    advised_on: column.date,
    source: column.optional(column.text),
  },
  events: (advice) => [adviceEvent(advice)],
};
