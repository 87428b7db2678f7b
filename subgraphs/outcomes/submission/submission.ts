import { Entity, Enum, Property } from '@mikro-orm/decorators/legacy';
import { OwnedRow } from '../../../shared/database/owned-row.ts';

export enum SubmissionStatus {
  SUBMITTED = 'SUBMITTED',
  SIGNED_OFF = 'SIGNED_OFF',
  RETURNED = 'RETURNED',
  /** The same partner submitted the same dataset and period again. */
  REPLACED = 'REPLACED',
}

/** Where a figure is from: a count of each person, a sample, an informed estimate, or whom an operation was made for. */
export enum Basis {
  MEASURED = 'MEASURED',
  SAMPLE = 'SAMPLE',
  ESTIMATE = 'ESTIMATE',
  TARGET_GROUP = 'TARGET_GROUP',
}

/** What one partner counted, for a dataset and a period. Its figures are raw counts, and never leave this subgraph as they are. */
@Entity()
export class Submission extends OwnedRow {
  @Property({ type: 'uuid' })
  partnershipId: string;

  @Property({ type: 'text' })
  dataset: string;

  @Property({ type: 'text' })
  period: string;

  /** 1 for the partner's first of this dataset and period. */
  @Property({ type: 'integer' })
  number: number;

  @Enum({ items: () => SubmissionStatus, type: 'string', columnType: 'text' })
  status: SubmissionStatus = SubmissionStatus.SUBMITTED;

  @Property({ type: 'date' })
  submittedOn: string;

  /** The function, not the name, of the person of the partner who answers for the figures. */
  @Property({ type: 'text', nullable: true })
  signedOffBy: string | null = null;

  @Property({ type: 'date', nullable: true })
  signedOffOn: string | null = null;

  @Property({ type: 'text', nullable: true })
  returnedBecause: string | null = null;
}
