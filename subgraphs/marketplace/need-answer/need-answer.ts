import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, ObjectType } from 'type-graphql';
import { OwnedRow } from '../../../shared/database/owned-row.ts';
import { DomainError, Invalid } from '../../../shared/errors/domain-error.ts';
import { Need } from '../need/need.stub.ts';
import { Service } from '../service/service.ts';

/** It is seen from its service or its need, and is no Node of its own. */
@Entity({ tableName: 'service_need' })
@ObjectType({ description: 'That a service answers a need of the community.' })
export class NeedAnswer extends OwnedRow {
  @ManyToOne(() => Service, { mapToPk: true, fieldName: 'service_id' })
  serviceId: string;

  /** It lives in the cps subgraph. */
  @Property({ type: 'uuid' })
  needId: string;

  @Property({ type: 'date' })
  @Field(() => GraphQLLocalDate)
  answeredOn: string;

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'From this day on it does not answer it any more.' })
  withdrawnOn: string | null = null;

  @Field(() => ID, { description: 'With it, and the version, the answer can be withdrawn.' })
  override get id(): string {
    return super.id;
  }

  @Field(() => Need, { nullable: true })
  get need(): Need {
    return Need.of(this.needId);
  }

  withdraw(on: string): void {
    if (this.withdrawnOn !== null) {
      const message = `This answer to the need ${this.need.id} was withdrawn on ${this.withdrawnOn} already. Answer it anew.`;
      throw new DomainError('CONFLICT', message, { id: this.id });
    }
    this.withdrawnOn = on;
  }

  override assertValid(): void {
    if (this.withdrawnOn === null || this.withdrawnOn >= this.answeredOn) return;
    throw new Invalid(
      `A need that is answered on ${this.answeredOn} cannot be left unanswered before (${this.withdrawnOn}).`,
      { field: 'withdrawn_on' },
    );
  }
}
