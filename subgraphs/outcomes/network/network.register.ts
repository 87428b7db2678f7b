import * as column from '../../../shared/register/column.ts';
import type { Register } from '../../../shared/register/register.ts';
import { TerritoryLevel } from '../../../shared/territory/territory.ts';
import { Network } from './network.ts';

export const networkRegister: Register<Network> = {
  name: 'networks',
  entity: Network,
  owner: 'organisation',
  columns: {
    organisation: column.reference('Organisation'),
    name: column.text,
    level: column.oneOf(TerritoryLevel),
    territory: column.territory,
    source: column.optional(column.text),
  },
};
