import * as column from '../../../shared/register/column.ts';
import type { Register } from '../../../shared/register/register.ts';
import { Partnership } from '../partnership/partnership.ts';
import { DataCategory, DataSharingAgreement, SharingPurpose } from './data-sharing-agreement.ts';

export const dataSharingAgreementRegister: Register<DataSharingAgreement> = {
  name: 'data-sharing-agreements',
  entity: DataSharingAgreement,
  owner: 'partnership',
  columns: {
    partnership: column.reference('Partnership', () => Partnership),
    purpose: column.oneOf(SharingPurpose),
    categories: column.severalOf(DataCategory),
    since: column.date,
    until: column.optional(column.date),
    source: column.optional(column.text),
  },
};
