import { Entity, Enum, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { GraphQLLocalDate } from 'graphql-scalars';
import { Directive, Field, ObjectType, registerEnumType } from 'type-graphql';
import { Classification } from '../../../shared/classification/classification.ts';
import { LEGAL_FORMS } from '../../../shared/classification/code-list.ts';
import { OwnedRow } from '../../../shared/database/owned-row.ts';
import { Invalid } from '../../../shared/errors/domain-error.ts';
import { Node } from '../../../shared/node/node.ts';
import { Manufactory } from '../manufactory/manufactory.stub.ts';
import { SupportCentre } from '../support-centre/support-centre.ts';

export enum ParentOpinion {
  AGREES = 'AGREES',
  DISAGREES = 'DISAGREES',
  NONE = 'NONE',
}
registerEnumType(ParentOpinion, {
  name: 'ParentOpinion',
  description: 'What the parent institution thinks; NONE where it gave no opinion.',
});

@Entity()
@ObjectType({
  implements: Node,
  description:
    'What a centre advised a manufactory on the legal form (forma prawna) in which it could become independent. Advice that changes is given anew.',
})
@Directive('@key(fields: "id")')
export class LegalFormAdvice extends OwnedRow {
  @ManyToOne(() => SupportCentre, { mapToPk: true, fieldName: 'support_centre_id' })
  supportCentreId: string;

  /** It lives in the institutions subgraph. */
  @Property({ type: 'uuid' })
  manufactoryId: string;

  @Property({ type: 'text' })
  recommendedCode: string;

  @Property({ type: 'array', columnType: 'text[]' })
  alternativeCodes: string[] = [];

  @Property({ type: 'text', nullable: true })
  proposalCode: string | null = null;

  @Enum({ items: () => ParentOpinion, type: 'string', columnType: 'text' })
  @Field(() => ParentOpinion)
  parentOpinion: ParentOpinion;

  @Property({ type: 'date' })
  @Field(() => GraphQLLocalDate)
  advisedOn: string;

  @Field(() => Manufactory, { nullable: true })
  get manufactory(): Manufactory {
    return Manufactory.of(this.manufactoryId);
  }

  @Field(() => Classification)
  get recommended(): Classification {
    return LEGAL_FORMS.get(this.recommendedCode);
  }

  @Field(() => [Classification], { description: 'Other forms that would do.' })
  get alternatives(): Classification[] {
    return this.alternativeCodes.map((code) => LEGAL_FORMS.get(code));
  }

  @Field(() => Classification, {
    nullable: true,
    description: "What the manufactory's people proposed themselves, where they did.",
  })
  get proposal(): Classification | null {
    return this.proposalCode === null ? null : LEGAL_FORMS.get(this.proposalCode);
  }

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the centre took their proposal up, as its recommendation or an alternative.',
  })
  get proposalAccepted(): boolean | null {
    return this.proposalCode === null ? null : this.advisedCodes.includes(this.proposalCode);
  }

  private get advisedCodes(): string[] {
    return [this.recommendedCode, ...this.alternativeCodes];
  }

  override assertValid(): void {
    const advised = this.advisedCodes;
    for (const code of advised) LEGAL_FORMS.get(code);
    if (new Set(advised).size < advised.length) {
      throw new Invalid('Alternatives are other forms than the recommended one, each named once.', {
        field: 'alternative_codes',
      });
    }
    if (this.proposalCode !== null) LEGAL_FORMS.get(this.proposalCode);
  }
}
