import type { EntityClass } from '@mikro-orm/postgresql';

/**
 * What entities and schema do not tell of how a row shows in the graph. A row of a type that can be read shows as
 * itself, and in whatever it refers to. A row of no such type shows nowhere, so nothing tells of it; one that has a rule
 * shows in what it refers to.
 */
export interface TouchRule {
  entity: EntityClass<unknown>;
  /** Fields by which uuids show that are not named like their property: property → field. */
  shownAs?: Record<string, string>;
  /** Other types that show it without a reference of the row to theirs: their lists, and those of them without a uuid. */
  types?: string[];
  /** What refers to it shows these properties, too: rows of `beneath` are touched when one of them changes. */
  when?: string[];
  beneath?: EntityClass<unknown>[];
  /**
   * Whether everybody may read the row. While none may, neither before a change nor behind it, nothing is told of it, so
   * whoever may read it then must be told to keep no answer (`keptAtMost`).
   */
  isPublic?: (row: Record<string, unknown>) => boolean;
  /** It may show anywhere in this subgraph. */
  anywhere?: true;
}
