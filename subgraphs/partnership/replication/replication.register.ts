import * as column from '../../../shared/register/column.ts';
import type { Register } from '../../../shared/register/register.ts';
import { Partnership } from '../partnership/partnership.ts';
import { Replication, ReplicationStatus } from './replication.ts';

export const replicationRegister: Register<Replication> = {
  name: 'replications',
  entity: Replication,
  owner: 'partnership',
  columns: {
    partnership: column.reference('Partnership', () => Partnership),
    territory: column.territory,
    status: column.oneOf(ReplicationStatus),
    considered_on: column.date,
    post_industrial: column.optional(column.yesNo),
    defined_problem: column.optional(column.text),
    determined_partners: column.optional(column.count),
    assessed_on: column.optional(column.date),
    started_partnership: column.optional(column.reference('Partnership', () => Partnership)),
    started_on: column.optional(column.date),
    abandoned_on: column.optional(column.date),
    reason: column.optional(column.text),
    source: column.optional(column.text),
  },
};
