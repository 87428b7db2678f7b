import { Enum, Property } from '@mikro-orm/decorators/legacy';
import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import { Classification } from '../../../shared/classification/classification.ts';
import { LEGAL_FORMS } from '../../../shared/classification/code-list.ts';
import { PlacedRow } from '../../../shared/database/placed-row.ts';
import { Organisation } from '../organisation/organisation.stub.ts';
import { LegalIdentifier } from './legal-identifier.ts';
import { assertLifecycle } from './lifecycle.ts';
import { ManufactoryStatus, SupportPhase } from './manufactory-status.ts';

/** Where a manufactory stands in its status and its support, and the days on which it came there. */
@ObjectType()
export abstract class ManufactoryState extends PlacedRow {
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

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Why the protective period was extended.' })
  extensionReason: string | null = null;

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, { nullable: true })
  independentSince: string | null = null;

  @Property({ type: 'text', nullable: true, fieldName: 'legal_form' })
  legalFormCode: string | null = null;

  @Property({ type: 'text', nullable: true })
  identifierScheme: string | null = null;

  @Property({ type: 'text', nullable: true })
  identifier: string | null = null;

  /** It lives in the partnership subgraph. */
  @Property({ type: 'uuid', nullable: true })
  becameOrganisationId: string | null = null;

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'Since when it stays in its parent institution for good (pozostanie w strukturze).',
  })
  retainedSince: string | null = null;

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, { nullable: true })
  closedOn: string | null = null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true })
  closureReason: string | null = null;

  @Field(() => Boolean, { description: 'Whether the protective period was extended, which it is once at most.' })
  get protectionExtended(): boolean {
    return this.extensionReason !== null;
  }

  @Field(() => Classification, { nullable: true, description: 'The form that it took with independence.' })
  get legalForm(): Classification | null {
    return this.legalFormCode === null ? null : LEGAL_FORMS.get(this.legalFormCode);
  }

  @Field(() => LegalIdentifier, { nullable: true, description: 'Its number in a public register since independence.' })
  get legalIdentifier(): LegalIdentifier | null {
    if (this.identifierScheme === null || this.identifier === null) return null;
    return { scheme: this.identifierScheme, value: this.identifier };
  }

  @Field(() => Organisation, {
    nullable: true,
    description: 'The organisation that it became with independence, where it is known as one.',
  })
  get becameOrganisation(): Organisation | null {
    return this.becameOrganisationId === null ? null : Organisation.of(this.becameOrganisationId);
  }

  override assertValid(): void {
    assertLifecycle(this);
  }
}
