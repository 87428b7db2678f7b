import { registerEnumType } from 'type-graphql';

/** The states that DHIS2 tells apart, as far as they apply here. */
export enum ApprovalState {
  UNAPPROVABLE = 'UNAPPROVABLE',
  UNAPPROVED_WAITING = 'UNAPPROVED_WAITING',
  UNAPPROVED_READY = 'UNAPPROVED_READY',
  APPROVED_HERE = 'APPROVED_HERE',
  APPROVED_ABOVE = 'APPROVED_ABOVE',
}
registerEnumType(ApprovalState, {
  name: 'ApprovalState',
  description: 'How far a submission is on its way up, as one level sees it.',
  valuesConfig: {
    UNAPPROVABLE: { description: 'Nobody can approve it: it is not signed off, or was returned or replaced.' },
    UNAPPROVED_WAITING: { description: 'A level beneath has not approved it so far.' },
    UNAPPROVED_READY: { description: 'This level is the next to approve or return it.' },
    APPROVED_HERE: { description: 'This level has approved it, and none above.' },
    APPROVED_ABOVE: { description: 'This level has approved it, and the next one above, too.' },
  },
});
