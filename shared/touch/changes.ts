import type { ChangeSet } from '@mikro-orm/postgresql';
import type { Place } from './closure.ts';
import type { GraphRow, GraphRows } from './graph-rows.ts';

/** What one transaction has changed so far of what the graph shows. */
export class Changes {
  readonly #rows: GraphRows;
  /** By type, the uuids of the rows that were stored, changed or deleted. */
  readonly changed = new Map<string, Set<string>>();
  /** What rows referred to before they were changed or deleted. */
  readonly before: Place[] = [];
  /** By type, the uuids of rows whose change shows in what refers to them. */
  readonly shownBeneath = new Map<string, Set<string>>();
  /** Whether a row refers to something else than before. */
  moved = false;
  /** The place in the outbox that is kept for what was touched. */
  position: string | null = null;

  constructor(rows: GraphRows) {
    this.#rows = rows;
  }

  get isEmpty(): boolean {
    return this.changed.size === 0;
  }

  /** Takes in what is about to be stored, or was stored past the unit of work. */
  add({ entity, name, type, payload, originalEntity = {} }: Change): void {
    const row = this.#rows.shown.get(name);
    if (!row) return;
    const now = entity as Record<string, unknown>;
    const isPublic = row.rule?.isPublic ?? (() => true);
    if (!isPublic(now) && !isPublic(originalEntity as typeof now)) return;
    const uuid = now[row.keyProperty] as string;
    addTo(this.changed, name, uuid);
    for (const { property, type: to } of row.references) {
      const [old, current] = [(originalEntity as typeof now)[property], now[property]];
      const isDeleted = type === 'delete' || type === 'delete_early';
      for (const id of isDeleted ? [old, current] : [old]) {
        if (typeof id === 'string') this.before.push({ type: to, id });
      }
      if (type !== 'create' && old !== current) this.moved = true;
    }
    if (type !== 'create' && isShownBeneath(row, payload)) addTo(this.shownBeneath, name, uuid);
  }
}

export type Change = Pick<ChangeSet<object>, 'entity' | 'type' | 'payload'> & {
  name: string;
  originalEntity?: object;
};

const isShownBeneath = ({ rule }: GraphRow, payload: object): boolean =>
  (rule?.when ?? []).some((property) => property in payload);

function addTo(map: Map<string, Set<string>>, key: string, value: string): void {
  map.set(key, (map.get(key) ?? new Set()).add(value));
}
