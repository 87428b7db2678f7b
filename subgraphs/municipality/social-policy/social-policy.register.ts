import * as column from '../../../shared/register/column.ts';
import type { Register } from '../../../shared/register/register.ts';
import { Municipality } from '../municipality/municipality.ts';
import { SocialPolicy } from './social-policy.ts';

export const socialPolicyRegister: Register<SocialPolicy> = {
  name: 'social-policies',
  entity: SocialPolicy,
  owner: 'municipality',
  columns: {
    municipality: column.reference('Municipality', () => Municipality),
    title: column.text,
    resolution_number: column.text,
    adopted_on: column.date,
    valid_from: column.date,
    valid_until: column.optional(column.date),
    territory: column.territory,
    source: column.optional(column.text),
  },
};
