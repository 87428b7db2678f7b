import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { RequiresScopes } from '../../../shared/access/requires-scopes.ts';
import { OwnedRow } from '../../../shared/database/owned-row.ts';
import { Invalid } from '../../../shared/errors/domain-error.ts';
import { ORDER_READERS, Order } from '../order/order.ts';

export const LONGEST_TEXT = 1000;

/** One client's judgement. It is no Node, for it would point at the client: what all may see is a service's average. */
@Entity()
@ObjectType({ description: 'What the client of one order says of it.' })
@RequiresScopes(...ORDER_READERS)
export class Review extends OwnedRow {
  @ManyToOne(() => Order, { mapToPk: true, fieldName: 'order_id' })
  orderId: string;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'From 1 (bad) to 5 (very good).' })
  rating: number;

  /** It may name people, so it is kept for the seller and never served. */
  @Property({ type: 'text', nullable: true })
  text: string | null = null;

  @Property({ type: 'date' })
  @Field(() => GraphQLLocalDate)
  reviewedOn: string;

  @Field(() => ID)
  override get id(): string {
    return super.id;
  }

  override assertValid(): void {
    if (!Number.isInteger(this.rating) || this.rating < 1 || this.rating > 5) {
      throw new Invalid(`A rating is a whole number from 1 to 5, not ${this.rating}.`, { field: 'rating' });
    }
    const length = this.text === null ? 1 : [...this.text].length;
    if (length < 1 || length > LONGEST_TEXT) {
      throw new Invalid(`The text of a review has 1 to ${LONGEST_TEXT} characters, not ${length}.`, { field: 'text' });
    }
  }
}
