import { LockMode } from '@mikro-orm/postgresql';
import { GraphQLLocalDate } from 'graphql-scalars';
import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import { Decimal } from '../../../shared/scalar/decimal.ts';
import { findOwn } from '../../../shared/write/named-row.ts';
import { write } from '../../../shared/write/write.ts';
import { NewInput } from '../../../shared/write/write-inputs.ts';
import { Beneficiary } from '../beneficiary/beneficiary.ts';
import { CaseWork } from '../beneficiary/purposes.ts';
import type { Context } from '../context.ts';
import { hoursOf } from '../hours.ts';
import { SupportKind, SupportSession } from './support-session.ts';

@InputType()
export class RecordSupportSessionInput extends NewInput {
  @Field(() => ID)
  beneficiaryId: string;

  @Field(() => SupportKind)
  kind: SupportKind;

  @Field(() => Decimal, { description: 'To the quarter of an hour: "1.25".' })
  hours: string;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The day; today in UTC where it is left out.' })
  on?: string | null;
}

@Resolver()
export class SupportSessionMutations {
  @CaseWork
  @Mutation(() => SupportSession, {
    description: 'Notes that there was a session, how long, and nothing of what was said.',
  })
  recordSupportSession(
    @Arg('input', () => RecordSupportSessionInput) input: RecordSupportSessionInput,
    @Ctx() context: Context,
  ): Promise<SupportSession> {
    return write(context, SupportSession, 'recordSupportSession', input, async (em) => {
      const person = await findOwn(em, Beneficiary, 'beneficiaryId', input.beneficiaryId);
      await em.refresh(person, { lockMode: LockMode.PESSIMISTIC_READ }); // nobody leaves in between
      person.assertAccompanied('supported');
      const heldOn = person.dayOf('supported', input.on);
      const session = Object.assign(new SupportSession(), { kind: input.kind, hours: hoursOf(input.hours), heldOn });
      session.belongTo(person);
      return session;
    });
  }
}
