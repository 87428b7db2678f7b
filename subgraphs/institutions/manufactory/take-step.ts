import type { EntityManager } from '@mikro-orm/postgresql';
import { record } from '../../../shared/events/record.ts';
import { findRowToEdit } from '../../../shared/write/find-row.ts';
import { write } from '../../../shared/write/write.ts';
import type { EditInput } from '../../../shared/write/write-inputs.ts';
import type { Context } from '../context.ts';
import { ManufactoryTransition } from '../history/manufactory-transition.ts';
import type { Move } from '../history/move.ts';
import { eventsOfMove } from './manufactory.events.ts';
import { Manufactory } from './manufactory.ts';

/** Lets a manufactory take one step: with the step itself, its history and its events are stored, or nothing. */
export const takeStep = (
  context: Context,
  mutation: string,
  input: EditInput,
  step: (manufactory: Manufactory, em: EntityManager) => Move | Promise<Move>,
): Promise<Manufactory> =>
  write(context, Manufactory, mutation, input, async (em) => {
    const manufactory = await findRowToEdit(em, Manufactory, input);
    keepStep(em, manufactory, await step(manufactory, em), context);
    return manufactory;
  });

export function keepStep(em: EntityManager, manufactory: Manufactory, move: Move, { caller }: Context): void {
  em.persist(ManufactoryTransition.of(manufactory, move, caller.subject));
  for (const event of eventsOfMove(manufactory, move)) record(em, event);
}
