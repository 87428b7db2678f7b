import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { OwnedRow } from '../../../shared/database/owned-row.ts';
import { Network } from './network.ts';

/** That a partnership has joined a network. In the graph it is seen as one of the network's `partnerships`. */
@Entity()
export class NetworkMember extends OwnedRow {
  @ManyToOne(() => Network, { mapToPk: true, fieldName: 'network_id' })
  networkId: string;

  @Property({ type: 'uuid' })
  partnershipId: string;

  @Property({ type: 'date' })
  joinedOn: string;
}
