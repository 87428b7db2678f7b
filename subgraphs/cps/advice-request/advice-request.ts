import { Entity, Enum, Property } from '@mikro-orm/decorators/legacy';
import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { RequiresScopes } from '../../../shared/access/requires-scopes.ts';
import { Invalid } from '../../../shared/errors/domain-error.ts';
import { assertStatus } from '../status.ts';
import { CentreRow } from '../support-centre/centre-row.ts';

export enum AdviceTopic {
  OWN_IDEA = 'OWN_IDEA',
  EMPLOYMENT = 'EMPLOYMENT',
  TRAINING = 'TRAINING',
  LEGAL_FORM = 'LEGAL_FORM',
  FUNDING = 'FUNDING',
  OTHER = 'OTHER',
}
registerEnumType(AdviceTopic, { name: 'AdviceTopic' });

export enum AdviceChannel {
  IN_PERSON = 'IN_PERSON',
  PHONE = 'PHONE',
  ONLINE = 'ONLINE',
}
registerEnumType(AdviceChannel, { name: 'AdviceChannel', description: 'How somebody asked for advice.' });

export enum AdviceRequestStatus {
  OPEN = 'OPEN',
  ANSWERED = 'ANSWERED',
  CLOSED = 'CLOSED',
}
registerEnumType(AdviceRequestStatus, { name: 'AdviceRequestStatus' });

/** Neither a Node nor in any list: one row, with its day and place, may point at whoever asked. */
@Entity()
@ObjectType({
  description:
    'Somebody of the community asked a centre for advice (porady indywidualne). Who it was, and what was said, is not kept; only the write that made or changed it shows it, and everybody sees counts.',
})
@RequiresScopes('hub:write', 'cps:write', 'advice:request')
export class AdviceRequest extends CentreRow {
  @Enum({ items: () => AdviceTopic, type: 'string', columnType: 'text' })
  @Field(() => AdviceTopic)
  topic: AdviceTopic;

  @Enum({ items: () => AdviceChannel, type: 'string', columnType: 'text' })
  @Field(() => AdviceChannel)
  channel: AdviceChannel;

  @Enum({ items: () => AdviceRequestStatus, type: 'string', columnType: 'text' })
  @Field(() => AdviceRequestStatus)
  status: AdviceRequestStatus = AdviceRequestStatus.OPEN;

  @Property({ type: 'date' })
  @Field(() => GraphQLLocalDate)
  requestedOn: string;

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, { nullable: true })
  answeredOn: string | null = null;

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, { nullable: true })
  closedOn: string | null = null;

  @Field(() => ID)
  override get id(): string {
    return super.id;
  }

  answer(on: string): void {
    assertStatus(this, 'The request for advice', 'answered', [AdviceRequestStatus.OPEN]);
    this.status = AdviceRequestStatus.ANSWERED;
    this.answeredOn = on;
    this.assertValid();
  }

  close(on: string): void {
    assertStatus(this, 'The request for advice', 'closed', [AdviceRequestStatus.ANSWERED]);
    this.status = AdviceRequestStatus.CLOSED;
    this.closedOn = on;
    this.assertValid();
  }

  override assertValid(): void {
    const { status, requestedOn, answeredOn, closedOn } = this;
    if ((status === AdviceRequestStatus.OPEN) !== (answeredOn === null)) {
      throw new Invalid('A request has a day of its answer if, and only if, it is not OPEN.', { field: 'answered_on' });
    }
    if ((status === AdviceRequestStatus.CLOSED) !== (closedOn !== null)) {
      throw new Invalid('A request has a day of its end if, and only if, it is CLOSED.', { field: 'closed_on' });
    }
    if (answeredOn !== null && answeredOn < requestedOn) {
      throw new Invalid(`A request cannot be answered (${answeredOn}) before it is made (${requestedOn}).`, {
        field: 'answered_on',
      });
    }
    if (closedOn !== null && closedOn < (answeredOn ?? requestedOn)) {
      throw new Invalid(`A request cannot be closed (${closedOn}) before it is answered (${answeredOn}).`, {
        field: 'closed_on',
      });
    }
  }
}
