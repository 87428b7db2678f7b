import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { GraphQLLocalDate } from 'graphql-scalars';
import { Directive, Field, ObjectType } from 'type-graphql';
import { OwnedRow } from '../../../shared/database/owned-row.ts';
import { DomainError, Invalid } from '../../../shared/errors/domain-error.ts';
import { Money } from '../../../shared/money/money.ts';
import { Node } from '../../../shared/node/node.ts';
import { Service } from '../service/service.ts';

@Entity()
@ObjectType({
  implements: Node,
  description: 'Another price of a service, beside the one that it has when nothing else is chosen.',
})
@Directive('@key(fields: "id")')
export class PriceOption extends OwnedRow {
  @ManyToOne(() => Service, { mapToPk: true, fieldName: 'service_id' })
  serviceId: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'For whom or what it is: "children", "a group of ten".' })
  label: string;

  @Property({ type: 'decimal', precision: 14, scale: 2 })
  amount: string;

  @Property({ type: 'text' })
  currency: string;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'What the price is for: "ticket", "hour", "group".' })
  unit: string | null = null;

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'From this day on it cannot be chosen.' })
  withdrawnOn: string | null = null;

  @Field(() => Money)
  get price(): Money {
    return new Money(this.amount, this.currency);
  }

  withdraw(on: string): void {
    this.requireOpen('be withdrawn again');
    this.withdrawnOn = on;
  }

  /** Throws CONFLICT where it cannot be chosen any more. */
  requireOpen(act: string): void {
    if (this.withdrawnOn === null) return;
    throw new DomainError(
      'CONFLICT',
      `The price "${this.label}" was withdrawn on ${this.withdrawnOn}, so it cannot ${act}. Choose another.`,
      { id: this.id },
    );
  }

  override assertValid(): void {
    if (this.label.trim() === '') throw new Invalid('A price option has a label.', { field: 'label' });
  }
}
