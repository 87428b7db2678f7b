import { Entity, Enum, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { OwnedRow } from '../../../shared/database/owned-row.ts';
import { TerritoryLevel } from '../../../shared/territory/territory.ts';
import { Network } from '../network/network.ts';
import { Submission } from './submission.ts';

/** That a level takes a submission: the leader of its partnership locally, above that a network, each after the one beneath. */
@Entity()
export class Approval extends OwnedRow {
  @ManyToOne(() => Submission, { mapToPk: true, fieldName: 'submission_id' })
  submissionId: string;

  @Enum({ items: () => TerritoryLevel, type: 'string', columnType: 'text' })
  level: TerritoryLevel;

  @ManyToOne(() => Network, { mapToPk: true, fieldName: 'network_id', nullable: true, deleteRule: 'no action' })
  networkId: string | null = null;

  /** The function, not the name. */
  @Property({ type: 'text' })
  approvedBy: string;

  @Property({ type: 'date' })
  approvedOn: string;
}
