import type { PlanningFailure, SendToSubgraph } from '../engine.ts';
import type { Supergraph } from '../supergraph.ts';
import type { Walk } from './walk.ts';

/** What the steps of every plan are made with. */
export interface PlanKit<C> {
  supergraph: Supergraph;
  send: SendToSubgraph<C>;
  walk: Walk;
  /** Whether the ids of entities are asked for although no client does. */
  asksIds: boolean;
  /** The codes of refusals that were meant for clients. */
  refusals?: ReadonlySet<string> | undefined;
  onPlanningFailure: PlanningFailure;
  onPlanned: (milliseconds: number) => void;
}

/** What the steps of one plan are made with. */
export interface StepKit<C> extends PlanKit<C> {
  /** Whether the plan treats all the places of a path alike, so that one object may stand in several of them. */
  mayShare: boolean;
}
