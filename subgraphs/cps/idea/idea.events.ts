import type { EventType } from '../../../shared/events/cloud-event.ts';
import type { NewEvent } from '../../../shared/events/record.ts';
import { type Idea, IdeaStatus } from './idea.ts';

const TYPES: Record<IdeaStatus, EventType> = {
  [IdeaStatus.SUBMITTED]: 'hub.idea.submitted.v1',
  [IdeaStatus.VERIFIED]: 'hub.idea.verified.v1',
  [IdeaStatus.REJECTED]: 'hub.idea.rejected.v1',
};

/** Tells that an idea came to a status; by itself, to the one that it has. */
export const ideaEvent = (idea: Idea, status: IdeaStatus = idea.status): NewEvent<object> => ({
  type: TYPES[status],
  subject: idea.id,
  data: {
    idea: idea.id,
    title: idea.title,
    status,
    on: status === IdeaStatus.SUBMITTED ? idea.submittedOn : idea.decidedOn,
  },
});
