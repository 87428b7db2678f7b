import { Entity, Enum, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { GraphQLLocalDate } from 'graphql-scalars';
import { Directive, Field, ObjectType, registerEnumType } from 'type-graphql';
import { OwnedRow } from '../../../shared/database/owned-row.ts';
import { Invalid } from '../../../shared/errors/domain-error.ts';
import { Node } from '../../../shared/node/node.ts';
import { Partnership } from '../partnership/partnership.ts';

export enum Sector {
  PUBLIC = 'PUBLIC',
  PRIVATE = 'PRIVATE',
  NON_GOVERNMENTAL = 'NON_GOVERNMENTAL',
}
registerEnumType(Sector, { name: 'Sector', description: 'The three sectors of a partnership.' });

export enum PartnerRole {
  LEADER = 'LEADER',
  MUNICIPALITY = 'MUNICIPALITY',
  SUPPORT_CENTRE = 'SUPPORT_CENTRE',
  PARENT_INSTITUTION = 'PARENT_INSTITUTION',
  MEDIA = 'MEDIA',
  NETWORK = 'NETWORK',
}
registerEnumType(PartnerRole, { name: 'PartnerRole', description: 'What a partner is to the partnership.' });

@Entity()
@ObjectType({ implements: Node, description: 'An organisation in a partnership.' })
@Directive('@key(fields: "id")')
export class Partner extends OwnedRow {
  @ManyToOne(() => Partnership, { mapToPk: true, fieldName: 'partnership_id' })
  partnershipId: string;

  /** The organisation that is the partner; the row itself belongs to the leader. */
  @Property({ type: 'uuid', index: true })
  memberId: string;

  @Enum({ items: () => Sector, type: 'string', columnType: 'text' })
  @Field(() => Sector)
  sector: Sector;

  @Enum({ items: () => PartnerRole, type: 'string', columnType: 'text' })
  @Field(() => PartnerRole)
  role: PartnerRole;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'What the partner took upon itself.' })
  duties: string;

  @Property({ type: 'date' })
  @Field(() => GraphQLLocalDate)
  since: string;

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The last day, once there is one.' })
  until: string | null = null;

  override assertValid(): void {
    if (this.until !== null && this.until < this.since) {
      throw new Invalid(`A partner cannot leave (${this.until}) before it joins (${this.since}).`, { field: 'until' });
    }
  }
}
