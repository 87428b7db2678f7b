import type { Constructor, EntityManager } from '@mikro-orm/postgresql';
import type { z } from 'zod';
import type { OwnedRow } from '../database/owned-row.ts';
import type { NewEvent } from '../events/record.ts';
import type { RowProblem } from './import-report.ts';

/** A row of a register, ready to be stored, with the line that it came from. */
export interface ReadyRow<T> {
  line: number;
  row: T;
}

/**
 * A partner's own list as a CSV file, and how its rows become rows of ours. Beside `key`, each column sets the property
 * of its name (`verified_on` sets `verifiedOn`); a reference sets the id (`idea` sets `ideaId`); `territory` places the row.
 */
export interface Register<T extends OwnedRow> {
  /** The file's name without `.csv`; its mutation is `import` and this name. */
  name: string;
  entity: Constructor<T>;
  columns: Record<string, z.ZodType>;
  /**
   * How a row belongs to an organisation: `organisation` names the column that says so, another name a column that
   * refers to a row here with an owner; `self` is for rows that are organisations.
   */
  owner: 'self' | 'organisation' | (string & {});
  /** Rules that no row can judge alone; runs when every row by itself is right. */
  check?: (em: EntityManager, rows: ReadyRow<T>[]) => Promise<RowProblem[]>;
  /**
   * What others hear of a row that is stored: the same as if a mutation had made it so. `before` holds what a changed
   * row was; a row that is as it was is not asked.
   */
  events?: (row: T, change: 'added' | 'changed', before: Readonly<Partial<T>>) => NewEvent<object>[];
}

/** `verified_on` → `verifiedOn` */
export const camelCase = (name: string): string =>
  name.replace(/[_-](.)/g, (_, letter: string) => letter.toUpperCase());

/** `incentive-payments` → `importIncentivePayments` */
export const importMutation = (register: string): string => camelCase(`import-${register}`);
