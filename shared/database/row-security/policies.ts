import type { EntityMetadata } from '@mikro-orm/postgresql';
import { type Audience, CALLERS_ORGANISATION, type RowPolicy } from '../row-policy.ts';

/** Evaluated once for each statement, not for each row, as sub-selects are. */
const kindIs = (...kinds: string[]): string =>
  `(select current_setting('hub.kind', true) in (${kinds.map((kind) => `'${kind}'`).join(', ')}))`;

const SYSTEM = kindIs('system');
const ACTS_FOR_ALL = kindIs('system', 'operator');
const WRITES_AT_ALL = kindIs('system', 'operator', 'caller');
const OWN = `organisation_id = ${CALLERS_ORGANISATION}`;
const IN_TERRITORY = `starts_with(territory_path, (select coalesce(current_setting('hub.territory', true), '')))`;

/** Rows without an organisation belong to none. */
const conditionOf = (audience: Audience, hasOwner: boolean): string =>
  ({
    everyone: 'true',
    owner: hasOwner ? `(${ACTS_FOR_ALL} or ${OWN})` : ACTS_FOR_ALL,
    'owner-alone': hasOwner ? `(${SYSTEM} or ${OWN})` : SYSTEM,
    system: SYSTEM,
  })[audience];

const COMMANDS = ['select', 'insert', 'update', 'delete'] as const;

/** What of a table its policies depend on. */
export type GuardedTable = Pick<EntityMetadata, 'tableName'> & {
  hasOwner: boolean;
  hasPlace: boolean;
  policy: RowPolicy | undefined;
};

/** The statements by which a table lets through what its declaration says, and no more. They can be run again and again. */
export function policiesOf({ tableName, hasOwner, hasPlace, policy }: GuardedTable, role: string): string[] {
  if (!hasOwner && !policy) {
    throw new Error(
      `The rows of the table "${tableName}" have no organisation: say in \`rows\` of its subgraph who reads and writes them.`,
    );
  }
  const { read = 'everyone', readWhere, because } = policy ?? { because: 'by default' };
  const { insert = 'owner', insertWhere, update = 'owner', updateWhere, never = [] } = policy ?? {};
  const anyOf = (audience: Audience, where: string | undefined): string =>
    [conditionOf(audience, hasOwner), ...(where === undefined ? [] : [where])].join(' or ');
  const writing = (audience: Audience, where: string | undefined): string =>
    [WRITES_AT_ALL, `(${anyOf(audience, where)})`, ...(hasPlace ? [IN_TERRITORY] : [])].join(' and ');
  const may = {
    using: anyOf(read, readWhere),
    add: writing(insert, insertWhere),
    change: writing(update, updateWhere),
  };
  const granted = COMMANDS.filter((command) => !never.some((one) => one === command));
  const table = `"${tableName}"`;
  return [
    `alter table ${table} enable row level security`,
    ...COMMANDS.map((command) => `drop policy if exists hub_${command} on ${table}`),
    `create policy hub_select on ${table} for select using (${may.using})`,
    `create policy hub_insert on ${table} for insert with check (${may.add})`,
    `create policy hub_update on ${table} for update using (${may.change})`,
    `create policy hub_delete on ${table} for delete using (${may.change})`,
    `comment on policy hub_select on ${table} is '${because.replaceAll("'", "''")}'`,
    `revoke all on ${table} from public, ${role}`,
    `grant ${granted.join(', ')} on ${table} to ${role}`,
  ];
}
