import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { happenedOn } from '../../../shared/write/day.ts';
import { findRowToEdit } from '../../../shared/write/find-row.ts';
import { findLocked, findOwn } from '../../../shared/write/named-row.ts';
import { write } from '../../../shared/write/write.ts';
import type { Context } from '../context.ts';
import { Enrolment, EnrolmentStatus } from '../enrolment/enrolment.ts';
import { PersonKey } from '../person-key/person-key.ts';
import { SupportCentre } from '../support-centre/support-centre.ts';
import {
  RecordEmploymentInput,
  RecordFollowUpInput,
  RecordLeavingInput,
  ReferBeneficiaryInput,
} from './beneficiary.inputs.ts';
import { Beneficiary } from './beneficiary.ts';
import { assertNothingBehind } from './last-act.ts';
import { CaseWork } from './purposes.ts';

@Resolver()
export class BeneficiaryMutations {
  @CaseWork
  @Mutation(() => Beneficiary, { description: 'Takes somebody in, with what ESF+ asks at entry.' })
  referBeneficiary(
    @Arg('input', () => ReferBeneficiaryInput) input: ReferBeneficiaryInput,
    @Ctx() context: Context,
  ): Promise<Beneficiary> {
    return write(context, Beneficiary, 'referBeneficiary', input, async (em) => {
      const centre = await findOwn(em, SupportCentre, 'supportCentreId', input.supportCentreId);
      const { sex, birthYear, employmentStatus, disability, thirdCountryNational, foreignBackground } = input;
      const facts = { sex, birthYear, employmentStatus, disability, thirdCountryNational, foreignBackground };
      const { minority, homeless, iscedLevel, on } = input;
      const person = Object.assign(new Beneficiary(), facts, { minority, homeless });
      person.iscedLevel = iscedLevel ?? null;
      person.referredOn = happenedOn(on);
      person.belongTo(centre, input.territory);
      em.persist([person, PersonKey.of(person)]);
      return person;
    });
  }

  @CaseWork
  @Mutation(() => Beneficiary, { description: 'Notes that the protected employment in a manufactory began.' })
  recordEmployment(
    @Arg('input', () => RecordEmploymentInput) input: RecordEmploymentInput,
    @Ctx() context: Context,
  ): Promise<Beneficiary> {
    return write(context, Beneficiary, 'recordEmployment', input, async (em) => {
      const person = await findRowToEdit(em, Beneficiary, input);
      person.employ(input.on);
      return person;
    });
  }

  @CaseWork
  @Mutation(() => Beneficiary, {
    description: 'Notes that somebody left, and what came of it; open enrolments end with it.',
  })
  recordLeaving(
    @Arg('input', () => RecordLeavingInput) input: RecordLeavingInput,
    @Ctx() context: Context,
  ): Promise<Beneficiary> {
    return write(context, Beneficiary, 'recordLeaving', input, async (em) => {
      const person = await findLocked(em, Beneficiary, input); // nobody adds a session in between
      const on = happenedOn(input.on);
      person.leave({ on, reason: input.reason, results: input.results, resultsOn: input.resultsOn ?? on });
      await assertNothingBehind(em, person, on);
      const open = await em.find(Enrolment, { beneficiaryId: person.uuid, status: EnrolmentStatus.ENROLLED });
      for (const enrolment of open) enrolment.end(EnrolmentStatus.DROPPED_OUT, on, enrolment.hours);
      return person;
    });
  }

  @CaseWork
  @Mutation(() => Beneficiary, { description: 'Notes what can be seen six months after somebody left.' })
  recordFollowUp(
    @Arg('input', () => RecordFollowUpInput) input: RecordFollowUpInput,
    @Ctx() context: Context,
  ): Promise<Beneficiary> {
    return write(context, Beneficiary, 'recordFollowUp', input, async (em) => {
      const person = await findRowToEdit(em, Beneficiary, input);
      person.followUp(input.results, happenedOn(input.on));
      return person;
    });
  }
}
