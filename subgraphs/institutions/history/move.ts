import { registerEnumType } from 'type-graphql';

export enum TransitionAxis {
  STATUS = 'STATUS',
  SUPPORT = 'SUPPORT',
}
registerEnumType(TransitionAxis, {
  name: 'TransitionAxis',
  description: "Which of a manufactory's two states changed: its status, or the phase of its support.",
});

/** One step on one axis; an extension of protection goes from PROTECTED to PROTECTED. */
export interface Move {
  axis: TransitionAxis;
  /** Null for the step that began it all. */
  from: string | null;
  to: string;
  on: string;
  reason: string | null;
}
