import * as column from '../../../shared/register/column.ts';
import type { Register } from '../../../shared/register/register.ts';
import { Target, TargetKind } from './target.ts';

export const targetRegister: Register<Target> = {
  name: 'targets',
  entity: Target,
  owner: 'organisation',
  columns: {
    organisation: column.reference('Organisation'),
    territory: column.territory,
    indicator: column.text,
    period: column.text,
    kind: column.oneOf(TargetKind),
    value: column.amount,
    source: column.optional(column.text),
  },
};
