import { Entity, Enum, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { GraphQLLocalDate } from 'graphql-scalars';
import { Directive, Field, ObjectType, registerEnumType } from 'type-graphql';
import { Classification } from '../../../shared/classification/classification.ts';
import { LEGAL_FORMS, NACE } from '../../../shared/classification/code-list.ts';
import { PlacedRow } from '../../../shared/database/placed-row.ts';
import { Node } from '../../../shared/node/node.ts';
import { Idea } from '../idea/idea.stub.ts';
import { ParentInstitution } from '../parent-institution/parent-institution.ts';
import { Territory } from '../territory/territory.stub.ts';
import { assertLifecycle } from './lifecycle.ts';

export enum ManufactoryStatus {
  PREPARING = 'PREPARING',
  PROTECTED = 'PROTECTED',
  DECISION = 'DECISION',
  INDEPENDENT = 'INDEPENDENT',
  RETAINED = 'RETAINED',
  CLOSED = 'CLOSED',
}
registerEnumType(ManufactoryStatus, {
  name: 'ManufactoryStatus',
  description:
    'From preparation through the protective period (okres ochronny) to independence, or to staying in the parent institution.',
});
export enum SupportPhase {
  FULL = 'FULL',
  FADING = 'FADING',
  ENDED = 'ENDED',
}
registerEnumType(SupportPhase, {
  name: 'SupportPhase',
  description: 'How support fades (wygasające wsparcie); an axis of its own, beside the status.',
});

@Entity()
@ObjectType({
  implements: Node,
  description:
    'A small enterprise lab, at first a department of its parent institution, that employs people at risk of exclusion (manufaktura integracyjna).',
})
@Directive('@key(fields: "id")')
export class Manufactory extends PlacedRow {
  @ManyToOne(() => ParentInstitution, { mapToPk: true, fieldName: 'parent_institution_id' })
  parentInstitutionId: string;

  /** It lives in the cps subgraph. */
  @Property({ type: 'uuid' })
  ideaId: string;

  @Property({ type: 'text' })
  @Field(() => String)
  name: string;

  @Enum({ items: () => ManufactoryStatus, type: 'string', columnType: 'text' })
  @Field(() => ManufactoryStatus)
  status: ManufactoryStatus = ManufactoryStatus.PREPARING;

  @Enum({ items: () => SupportPhase, type: 'string', columnType: 'text' })
  @Field(() => SupportPhase)
  supportPhase: SupportPhase = SupportPhase.FULL;

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The first day of the protective period.' })
  protectedFrom: string | null = null;

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The last day of the protective period.' })
  protectedUntil: string | null = null;

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, { nullable: true })
  independentSince: string | null = null;

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'Since when it stays in its parent institution for good.',
  })
  retainedSince: string | null = null;

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, { nullable: true })
  closedOn: string | null = null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true })
  closureReason: string | null = null;

  @Property({ type: 'text', nullable: true, fieldName: 'legal_form' })
  legalFormCode: string | null = null;

  @Property({ type: 'text', fieldName: 'activity' })
  activityCode: string;

  @Field(() => Classification, { nullable: true, description: 'The form that it took with independence.' })
  get legalForm(): Classification | null {
    return this.legalFormCode === null ? null : LEGAL_FORMS.get(this.legalFormCode);
  }

  @Field(() => Classification, { description: 'What it does, by NACE Rev. 2.1.' })
  get activity(): Classification {
    return NACE.get(this.activityCode);
  }

  @Field(() => Idea, { nullable: true, description: 'The idea that it came from.' })
  get idea(): Idea {
    return Idea.of(this.ideaId);
  }

  @Field(() => Territory, { nullable: true, description: 'Where it works.' })
  get territory(): Territory {
    return { code: this.territoryCode };
  }

  override assertValid(): void {
    assertLifecycle(this);
  }
}
