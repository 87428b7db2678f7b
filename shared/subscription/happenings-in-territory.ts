import type { Constructor } from '@mikro-orm/postgresql';
import { type PlacedRow, withinTerritory } from '../database/placed-row.ts';
import type { PositionedEvent } from '../events/event-log.ts';
import type { SubscriptionContext } from '../subgraph/subgraph.ts';
import type { PlacedArguments } from './arguments.ts';
import { eventsOfRows } from './events-of-rows.ts';

/** `subscribe` of a field that tells of placed rows: the events of these types whose row is in the territory. */
export const happeningsInTerritory =
  (types: readonly string[], entity: Constructor<PlacedRow>) =>
  ({
    args,
    context,
  }: {
    args: PlacedArguments;
    context: SubscriptionContext;
  }): Promise<AsyncIterable<PositionedEvent>> => {
    const { after, territory } = args;
    const choice = territory == null ? undefined : eventsOfRows(context.em, entity, withinTerritory(territory));
    return context.happenings.of(types, after, choice);
  };
