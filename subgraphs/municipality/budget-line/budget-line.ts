import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ObjectType } from 'type-graphql';
import { OwnedRow } from '../../../shared/database/owned-row.ts';
import { DomainError } from '../../../shared/errors/domain-error.ts';
import { Node } from '../../../shared/node/node.ts';
import { Budget } from '../budget/budget.ts';
import { Consultation } from '../consultation/consultation.stub.ts';
import { cents, toAmount } from '../money/cents.ts';

/** It is never overspent: whoever changes what it holds, or awards from it, first locks its row. */
@Entity()
@ObjectType({ implements: Node, description: 'A purpose in a budget, and what there is for it (pozycja budżetu).' })
@Directive('@key(fields: "id")')
export class BudgetLine extends OwnedRow {
  @ManyToOne(() => Budget, { mapToPk: true, fieldName: 'budget_id' })
  budgetId: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Unique in its budget.' })
  code: string;

  @Property({ type: 'text' })
  @Field(() => String)
  title: string;

  @Property({ type: 'decimal', precision: 14, scale: 2 })
  amount: string;

  /** It lives in the cps subgraph. */
  @Property({ type: 'uuid', nullable: true })
  consultationId: string | null = null;

  @Field(() => Consultation, { nullable: true, description: 'The consultation that it follows from.' })
  get consultation(): Consultation | null {
    return this.consultationId === null ? null : Consultation.of(this.consultationId);
  }

  amendTo(amount: string, awarded: bigint): void {
    if (cents(amount) < awarded) {
      throw new DomainError(
        'CONFLICT',
        `The budget line ${this.code} (${this.title}) cannot be amended to ${amount}: ${toAmount(awarded)} is awarded from it. Leave it that much, or revoke awards first.`,
        { id: this.id, amount, awarded: toAmount(awarded) },
      );
    }
    this.amount = amount;
  }

  /** Throws CONFLICT where an award would take it beyond what it holds. */
  assertHolds(award: bigint, awarded: bigint): void {
    const available = cents(this.amount) - awarded;
    if (award <= available) return;
    throw new DomainError(
      'CONFLICT',
      `The budget line ${this.code} (${this.title}) has ${toAmount(available)} left, which is less than ${toAmount(award)}. Award that much at the most, or amend the budget first.`,
      { id: this.id, available: toAmount(available) },
    );
  }
}
