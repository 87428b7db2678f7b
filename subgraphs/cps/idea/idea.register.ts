import * as column from '../../../shared/register/column.ts';
import type { Register } from '../../../shared/register/register.ts';
import { SupportCentre } from '../support-centre/support-centre.ts';
import { ideaEvent } from './idea.events.ts';
import { Idea, IdeaStatus } from './idea.ts';

export const ideaRegister: Register<Idea> = {
  name: 'ideas',
  entity: Idea,
  owner: 'support_centre',
  columns: {
    support_centre: column.reference('SupportCentre', () => SupportCentre),
    title: column.text,
    need: column.text,
    status: column.oneOf(IdeaStatus),
    submitted_on: column.date,
    verified_on: column.optional(column.date),
    rejected_on: column.optional(column.date),
    rejection_reason: column.optional(column.text),
    need_assessment: column.optional(column.text),
    market_assessment: column.optional(column.text),
    territory: column.territory,
    source: column.optional(column.text),
  },
  events: (idea, change, before) => {
    const submitted = change === 'added' ? [ideaEvent(idea, IdeaStatus.SUBMITTED)] : [];
    const isDecided = idea.status !== IdeaStatus.SUBMITTED && idea.status !== before.status;
    return isDecided ? [...submitted, ideaEvent(idea)] : submitted;
  },
};
