import { randomBytes } from 'node:crypto';
import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Beneficiary } from '../beneficiary/beneficiary.ts';
import { pseudonymOf } from './pseudonym.ts';
import { institutionsDomain } from './settings.ts';

/**
 * All that links a person to the pseudonyms of the person. Without it, what is left under them in logs, in backups and at
 * partners is nobody's.
 */
@Entity()
export class PersonKey {
  @ManyToOne(() => Beneficiary, {
    mapToPk: true,
    primary: true,
    fieldName: 'beneficiary_id',
    updateRule: 'no action',
    deleteRule: 'no action',
  })
  beneficiaryId: string;

  @Property({ type: 'uuid' })
  organisationId: string;

  @Property({ type: 'blob' })
  key: Uint8Array;

  /** By which parent institutions know the person. Kept, for the gateway comes back with it. */
  @Property({ type: 'uuid', unique: true })
  hostPseudonym: string;

  static of({ uuid, organisationId }: Beneficiary): PersonKey {
    const key = randomBytes(32);
    const hostPseudonym = pseudonymOf(institutionsDomain(), key, uuid);
    return Object.assign(new PersonKey(), { beneficiaryId: uuid, organisationId, key, hostPseudonym });
  }
}
