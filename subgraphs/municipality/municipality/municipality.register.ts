import * as column from '../../../shared/register/column.ts';
import type { Register } from '../../../shared/register/register.ts';
import { Municipality } from './municipality.ts';

export const municipalityRegister: Register<Municipality> = {
  name: 'municipalities',
  entity: Municipality,
  owner: 'organisation',
  columns: {
    organisation: column.reference('Organisation'),
    name: column.text,
    territory: column.territory,
    source: column.optional(column.text),
  },
};
