import type { NewEvent } from '../../../shared/events/record.ts';
import { toGlobalId } from '../../../shared/global-id/global-id.ts';
import { today } from '../../../shared/write/today.ts';
import { type Move, TransitionAxis } from '../history/move.ts';
import type { Manufactory } from './manufactory.ts';

const created = (manufactory: Manufactory): NewEvent<object> => ({
  type: 'hub.manufactory.created.v1',
  subject: manufactory.id,
  data: {
    manufactory: manufactory.id,
    idea: toGlobalId('Idea', manufactory.ideaId),
    parentInstitution: toGlobalId('ParentInstitution', manufactory.parentInstitutionId),
    name: manufactory.name,
    territory: manufactory.territoryCode,
  },
});

/** Tells that facts of it changed which no other event is about. */
export const changed = (manufactory: string): NewEvent<object> => ({
  type: 'hub.manufactory.changed.v1',
  subject: manufactory,
  data: { manufactory },
});

/** What others hear of a step; one that leaves the state as it is changes other facts. */
export function eventsOfMove(
  manufactory: Manufactory,
  { axis, from, to, on }: Omit<Move, 'reason'>,
): NewEvent<object>[] {
  if (from === null) return [created(manufactory)];
  if (from === to) return [changed(manufactory.id)];
  const what = axis === TransitionAxis.STATUS ? 'status' : 'support';
  return [
    {
      type: `hub.manufactory.${what}-changed.v1`,
      subject: manufactory.id,
      data: { manufactory: manufactory.id, from, to, on },
    },
  ];
}

/** What others hear of a register's row: the same as if a mutation had brought it where it is. */
export function eventsOfImport(
  manufactory: Manufactory,
  change: 'added' | 'changed',
  before: Readonly<Partial<Manufactory>>,
): NewEvent<object>[] {
  if (change === 'added') return [created(manufactory)];
  const { status, supportPhase, closedOn, independentSince, retainedSince, protectedFrom } = manufactory;
  const since = closedOn ?? independentSince ?? retainedSince ?? protectedFrom ?? today();
  const move = (axis: TransitionAxis, from: string, to: string, on: string) =>
    from === to ? [] : eventsOfMove(manufactory, { axis, from, to, on });
  const moves = [
    ...move(TransitionAxis.STATUS, before.status ?? status, status, since),
    ...move(TransitionAxis.SUPPORT, before.supportPhase ?? supportPhase, supportPhase, today()),
  ];
  return moves.length > 0 ? moves : [changed(manufactory.id)];
}
