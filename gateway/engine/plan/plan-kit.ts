import type { PlanningFailure, SendToSubgraph } from '../engine.ts';
import type { Supergraph } from '../supergraph.ts';
import type { Merge } from './merge.ts';
import type { Walk } from './walk.ts';

/** What the steps of every plan are made with. */
export interface PlanKit<C> {
  supergraph: Supergraph;
  send: SendToSubgraph<C>;
  merge: Merge;
  walk: Walk;
  onPlanningFailure: PlanningFailure;
  onPlanned: (milliseconds: number) => void;
}
