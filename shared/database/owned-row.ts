import { BeforeCreate, BeforeUpdate, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { v4 } from 'uuid';
import { toGlobalId } from '../global-id/global-id.ts';

/** What every row of every subgraph has. Rights are decided by the organisation that owns it. */
@ObjectType()
export abstract class OwnedRow {
  @PrimaryKey({ type: 'uuid', fieldName: 'id' })
  uuid: string = v4();

  /** The organisation whose record this is; it lives in the partnership subgraph. */
  @Property({ type: 'uuid' })
  organisationId: string;

  /** `partner/key` of the register that the row came from; null for rows that were born in the hub. */
  @Property({ type: 'text', nullable: true })
  registerKey: string | null = null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Where the facts come from; "invented" in the demo data.' })
  source: string | null = null;

  @Property({ type: 'integer', version: true })
  @Field(() => Int, { description: 'Grows with each change.' })
  version: number;

  /** The graph's id: a class is named like its type. */
  get id(): string {
    return toGlobalId(this.constructor.name, this.uuid);
  }

  /** Throws Invalid where the row breaks a rule of its own. */
  assertValid(): void {}

  /** Nothing is stored that breaks a rule, whoever forgot to ask. */
  @BeforeCreate()
  @BeforeUpdate()
  protected refuseInvalid(): void {
    this.assertValid();
  }
}
