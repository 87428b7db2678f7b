import { LockMode } from '@mikro-orm/postgresql';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Authenticated, RequiresScopes } from '../../../shared/access/requires-scopes.ts';
import { knownTerritory } from '../../../shared/database/placed-row.ts';
import { asSystem } from '../../../shared/database/row-security/on-behalf.ts';
import { record } from '../../../shared/events/record.ts';
import { findRowToEdit } from '../../../shared/write/find-row.ts';
import { findNamed, findOwn } from '../../../shared/write/named-row.ts';
import { today } from '../../../shared/write/today.ts';
import { write } from '../../../shared/write/write.ts';
import type { Context } from '../context.ts';
import { SupportCentre } from '../support-centre/support-centre.ts';
import { consultationEvent } from './consultation.events.ts';
import {
  AnswerConsultationInput,
  CloseConsultationInput,
  OpenConsultationInput,
  PlanConsultationInput,
  ReportConsultationInput,
} from './consultation.inputs.ts';
import { Consultation } from './consultation.ts';
import { ConsultationAnswer } from './consultation-answer.ts';

@Resolver()
export class ConsultationMutations {
  @Mutation(() => Consultation)
  @RequiresScopes('hub:write', 'cps:write')
  planConsultation(
    @Arg('input', () => PlanConsultationInput) input: PlanConsultationInput,
    @Ctx() context: Context,
  ): Promise<Consultation> {
    return write(context, Consultation, 'planConsultation', input, async (em) => {
      const centre = await findOwn(em, SupportCentre, 'supportCentreId', input.supportCentreId);
      const { question, opensOn, closesOn } = input;
      const consultation = Object.assign(new Consultation(), { question, opensOn, closesOn });
      consultation.belongTo(centre, input.territory);
      record(em, consultationEvent(consultation));
      return consultation;
    });
  }

  @Mutation(() => Consultation)
  @RequiresScopes('hub:write', 'cps:write')
  openConsultation(
    @Arg('input', () => OpenConsultationInput) input: OpenConsultationInput,
    @Ctx() context: Context,
  ): Promise<Consultation> {
    return write(context, Consultation, 'openConsultation', input, async (em) => {
      const consultation = await findRowToEdit(em, Consultation, input);
      consultation.open(input.on ?? today(), input.closesOn ?? null);
      record(em, consultationEvent(consultation));
      return consultation;
    });
  }

  @Mutation(() => Consultation)
  @RequiresScopes('hub:write', 'cps:write')
  closeConsultation(
    @Arg('input', () => CloseConsultationInput) input: CloseConsultationInput,
    @Ctx() context: Context,
  ): Promise<Consultation> {
    return write(context, Consultation, 'closeConsultation', input, async (em) => {
      const consultation = await findRowToEdit(em, Consultation, input);
      consultation.close(input.on ?? today());
      record(em, consultationEvent(consultation));
      return consultation;
    });
  }

  @Mutation(() => Consultation)
  @RequiresScopes('hub:write', 'cps:write')
  reportConsultation(
    @Arg('input', () => ReportConsultationInput) input: ReportConsultationInput,
    @Ctx() context: Context,
  ): Promise<Consultation> {
    return write(context, Consultation, 'reportConsultation', input, async (em) => {
      const consultation = await findRowToEdit(em, Consultation, input);
      consultation.publishReport(input.report, input.on ?? today());
      record(em, consultationEvent(consultation));
      return consultation;
    });
  }

  @Mutation(() => Consultation, {
    description: 'Answers while it is open. Many may do so at once, so no version is asked for.',
  })
  @Authenticated()
  answerConsultation(
    @Arg('input', () => AnswerConsultationInput) input: AnswerConsultationInput,
    @Ctx() context: Context,
  ): Promise<Consultation> {
    return write(context, Consultation, 'answerConsultation', input, async (em) => {
      const consultation = await findNamed(em, Consultation, 'consultationId', input.consultationId);
      // nobody closes it in between; the lock, which is for those who could change it, changes nothing
      await asSystem(() => em.refresh(consultation, { lockMode: LockMode.PESSIMISTIC_READ }));
      consultation.assertTakesAnswers();
      em.persist(
        Object.assign(new ConsultationAnswer(), {
          organisationId: consultation.organisationId,
          consultationId: consultation.uuid,
          answer: input.answer,
          territoryCode: input.territory == null ? null : knownTerritory(input.territory).code,
        }),
      );
      return consultation;
    });
  }
}
