import { ManyToOne } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { OwnedRow } from '../../../shared/database/owned-row.ts';
import { Beneficiary } from './beneficiary.ts';
import { OfCase } from './purposes.ts';

/** A row about a beneficiary; found by way of the person alone, never by itself. */
@ObjectType()
export abstract class PersonalRow extends OwnedRow {
  @ManyToOne(() => Beneficiary, { mapToPk: true, fieldName: 'beneficiary_id' })
  beneficiaryId: string;

  @Field(() => String, { nullable: true, description: 'Where the facts come from.' })
  @OfCase
  override source: string | null;

  @Field(() => Int, { description: 'Grows with each change.' })
  @OfCase
  override version: number;

  @Field(() => ID)
  @OfCase
  override get id(): string {
    return super.id;
  }

  belongTo({ uuid, organisationId }: Beneficiary): void {
    this.beneficiaryId = uuid;
    this.organisationId = organisationId;
  }
}
