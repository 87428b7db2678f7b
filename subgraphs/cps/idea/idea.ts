import { Entity, Enum, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { GraphQLLocalDate } from 'graphql-scalars';
import { Directive, Field, ObjectType, registerEnumType } from 'type-graphql';
import { PlacedRow } from '../../../shared/database/placed-row.ts';
import { Invalid } from '../../../shared/errors/domain-error.ts';
import { Node } from '../../../shared/node/node.ts';
import { SupportCentre } from '../support-centre/support-centre.ts';
import { Territory } from '../territory/territory.stub.ts';

export enum IdeaStatus {
  SUBMITTED = 'SUBMITTED',
  VERIFIED = 'VERIFIED',
  REJECTED = 'REJECTED',
}
registerEnumType(IdeaStatus, {
  name: 'IdeaStatus',
  description: 'An idea is submitted, then verified or rejected by the CPS.',
});

@Entity()
@ObjectType({
  implements: Node,
  description: 'What somebody would love to do for a living, to be checked against social need and the local market.',
})
@Directive('@key(fields: "id")')
export class Idea extends PlacedRow {
  @ManyToOne(() => SupportCentre, { mapToPk: true, fieldName: 'support_centre_id' })
  supportCentreId: string;

  @Property({ type: 'text' })
  @Field(() => String)
  title: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'The need of the community that it answers.' })
  need: string;

  @Enum({ items: () => IdeaStatus, type: 'string', columnType: 'text' })
  @Field(() => IdeaStatus)
  status: IdeaStatus = IdeaStatus.SUBMITTED;

  @Property({ type: 'date' })
  @Field(() => GraphQLLocalDate)
  submittedOn: string;

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, { nullable: true })
  verifiedOn: string | null = null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Why it was rejected.' })
  rejectionReason: string | null = null;

  @Field(() => Territory, { nullable: true, description: 'The place whose need it answers.' })
  get territory(): Territory {
    return { code: this.territoryCode };
  }

  override assertValid(): void {
    if ((this.status === IdeaStatus.VERIFIED) !== (this.verifiedOn !== null)) {
      throw new Invalid('An idea has a day of verification if, and only if, it is VERIFIED.', { field: 'verified_on' });
    }
    if (this.verifiedOn !== null && this.verifiedOn < this.submittedOn) {
      throw new Invalid(
        `An idea cannot be verified (${this.verifiedOn}) before it is submitted (${this.submittedOn}).`,
        {
          field: 'verified_on',
        },
      );
    }
    if ((this.status === IdeaStatus.REJECTED) !== (this.rejectionReason !== null)) {
      throw new Invalid('An idea has a reason for rejection if, and only if, it is REJECTED.', {
        field: 'rejection_reason',
      });
    }
  }
}
