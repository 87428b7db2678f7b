import { Entity, Enum, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Basis, Submission } from './submission.ts';

/** The table of raw counts; `figures.ts` writes and sums it. No type of the graph shows it. */
@Entity()
export class Figure {
  @ManyToOne(() => Submission, { mapToPk: true, fieldName: 'submission_id', primary: true })
  submissionId: string;

  @PrimaryKey({ type: 'text' })
  indicator: string;

  @PrimaryKey({ type: 'text', default: '' })
  category: string;

  @PrimaryKey({ type: 'text' })
  territoryCode: string;

  @Property({ type: 'bigint' })
  value: string;

  @Enum({ items: () => Basis, type: 'string', columnType: 'text' })
  basis: Basis;
}
