import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { OwnedRow } from '../../../shared/database/owned-row.ts';
import { Incentive } from '../incentive/incentive.ts';

/** A part of an incentive that was paid, in the incentive's currency. In the graph it is seen as sums. */
@Entity()
export class Payment extends OwnedRow {
  @ManyToOne(() => Incentive, { mapToPk: true, fieldName: 'incentive_id' })
  incentiveId: string;

  @Property({ type: 'decimal', precision: 14, scale: 2 })
  amount: string;

  @Property({ type: 'date' })
  paidOn: string;
}
