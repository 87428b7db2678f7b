import type { NewEvent } from '../../../shared/events/record.ts';
import { toGlobalId } from '../../../shared/global-id/global-id.ts';
import type { LegalFormAdvice } from './legal-form-advice.ts';

/** Tells that there is advice: from now on the manufactory may decide. */
export const adviceEvent = (advice: LegalFormAdvice): NewEvent<object> => ({
  type: 'hub.legal-form.advised.v1',
  subject: advice.id,
  data: {
    advice: advice.id,
    manufactory: toGlobalId('Manufactory', advice.manufactoryId),
    legalForm: advice.recommendedCode,
    advisedOn: advice.advisedOn,
  },
});
