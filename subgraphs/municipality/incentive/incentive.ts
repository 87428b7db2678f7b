import { Entity, Enum, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { GraphQLLocalDate } from 'graphql-scalars';
import { Directive, Field, ObjectType, registerEnumType } from 'type-graphql';
import { PlacedRow } from '../../../shared/database/placed-row.ts';
import { Money } from '../../../shared/money/money.ts';
import { Node } from '../../../shared/node/node.ts';
import { Manufactory } from '../manufactory/manufactory.stub.ts';
import { Municipality } from '../municipality/municipality.ts';
import { Territory } from '../territory/territory.stub.ts';

export enum IncentiveKind {
  RENT_RELIEF = 'RENT_RELIEF',
  GRANT = 'GRANT',
  SOCIAL_CLAUSE = 'SOCIAL_CLAUSE',
  TAX_RELIEF = 'TAX_RELIEF',
}
registerEnumType(IncentiveKind, { name: 'IncentiveKind', description: 'How a municipality helps (system zachęt).' });

export enum IncentiveStatus {
  AWARDED = 'AWARDED',
  PAID = 'PAID',
  SETTLED = 'SETTLED',
  REVOKED = 'REVOKED',
}
registerEnumType(IncentiveStatus, { name: 'IncentiveStatus' });

@Entity()
@ObjectType({ implements: Node, description: 'What a municipality awarded to a manufactory.' })
@Directive('@key(fields: "id")')
export class Incentive extends PlacedRow {
  @ManyToOne(() => Municipality, { mapToPk: true, fieldName: 'municipality_id' })
  municipalityId: string;

  /** It lives in the institutions subgraph. */
  @Property({ type: 'uuid' })
  manufactoryId: string;

  @Enum({ items: () => IncentiveKind, type: 'string', columnType: 'text' })
  @Field(() => IncentiveKind)
  kind: IncentiveKind;

  @Enum({ items: () => IncentiveStatus, type: 'string', columnType: 'text' })
  @Field(() => IncentiveStatus)
  status: IncentiveStatus;

  @Property({ type: 'decimal', precision: 14, scale: 2, fieldName: 'amount' })
  awarded: string;

  @Property({ type: 'text' })
  currency: string;

  @Property({ type: 'date' })
  @Field(() => GraphQLLocalDate)
  awardedOn: string;

  @Field(() => Money, { description: 'What was awarded; how much of it was paid is in `paid`.' })
  get amount(): Money {
    return new Money(this.awarded, this.currency);
  }

  @Field(() => Territory, { nullable: true, description: 'Where it takes effect.' })
  get territory(): Territory {
    return { code: this.territoryCode };
  }

  @Field(() => Manufactory, { nullable: true })
  get manufactory(): Manufactory {
    return Manufactory.of(this.manufactoryId);
  }
}
