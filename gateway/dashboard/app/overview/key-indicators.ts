export type DatasetCode = 'PEOPLE' | 'MANUFACTORIES';

/** What the overview shows of each dataset, in this order; each only where its level is published. */
export const KEY_INDICATORS: Readonly<Record<DatasetCode, readonly string[]>> = {
  PEOPLE: ['EECO01', 'NH-P1', 'NH-P3', 'NH-P6', 'NH-P2', 'NH-F3', 'NH-T1', 'NH-T2', 'NH-Q2'],
  MANUFACTORIES: ['NH-M1', 'NH-M2', 'NH-M4-12', 'NH-I2', 'NH-C1', 'NH-S2', 'NH-S4', 'NH-S3', 'NH-F2'],
};
