import 'reflect-metadata';
import { v4 } from 'uuid';
import { Announcement } from '../../subgraphs/cps/announcement/announcement.ts';
import { Beneficiary } from '../../subgraphs/cps/beneficiary/beneficiary.ts';
import { EmploymentStatus, Sex } from '../../subgraphs/cps/beneficiary/entry-facts.ts';
import { Consultation } from '../../subgraphs/cps/consultation/consultation.ts';
import { Enrolment, EnrolmentStatus } from '../../subgraphs/cps/enrolment/enrolment.ts';
import { Idea, IdeaStatus } from '../../subgraphs/cps/idea/idea.ts';
import { LegalFormAdvice, ParentOpinion } from '../../subgraphs/cps/legal-form-advice/legal-form-advice.ts';
import { Need } from '../../subgraphs/cps/need/need.ts';
import { PersonKey } from '../../subgraphs/cps/person-key/person-key.ts';
import { SupportCentre } from '../../subgraphs/cps/support-centre/support-centre.ts';
import { SupportKind, SupportSession } from '../../subgraphs/cps/support-session/support-session.ts';
import { Training, TrainingTopic } from '../../subgraphs/cps/training/training.ts';

export function supportCentre(name: string, territory = 'PL_1261011'): SupportCentre {
  const row = Object.assign(new SupportCentre(), { name, organisationId: v4() });
  row.placeIn(territory);
  return row;
}

export function idea(of: SupportCentre, title: string, facts: Partial<Idea> = {}, territory = of.territoryCode): Idea {
  const row = Object.assign(new Idea(), {
    organisationId: of.organisationId,
    supportCentreId: of.uuid,
    title,
    need: 'Something to do on Sundays',
    submittedOn: '2005-05-01',
    ...facts,
  });
  row.placeIn(territory);
  return row;
}

export const VERIFIED = { status: IdeaStatus.VERIFIED, verifiedOn: '2005-06-01' };
export const REJECTED = { status: IdeaStatus.REJECTED, rejectionReason: 'Nobody would buy it' };

export function training(
  of: SupportCentre,
  title: string,
  facts: Partial<Training> = {},
  territory?: string,
): Training {
  const row = Object.assign(new Training(), {
    title,
    topic: TrainingTopic.MARKET,
    hours: '8.00',
    startsOn: '2006-03-01',
    endsOn: '2006-03-03',
    ...facts,
  });
  row.belongTo(of, territory);
  return row;
}

export function consultation(
  of: SupportCentre,
  question: string,
  facts: Partial<Consultation> = {},
  territory?: string,
): Consultation {
  const days = { opensOn: '2005-05-01', closesOn: '2005-06-01' };
  const row = Object.assign(new Consultation(), { question, ...days, ...facts });
  row.belongTo(of, territory);
  return row;
}

export function need(of: Consultation, title: string, facts: Partial<Need> = {}, territory = of.territoryCode): Need {
  const row = Object.assign(new Need(), {
    organisationId: of.organisationId,
    consultationId: of.uuid,
    title,
    description: 'Nobody offers it here.',
    voicedOn: '2005-05-02',
    ...facts,
  });
  row.placeIn(territory);
  return row;
}

export function announcement(
  of: SupportCentre,
  title: string,
  facts: Partial<Announcement> = {},
  territory?: string,
): Announcement {
  const row = Object.assign(new Announcement(), {
    title,
    text: 'Come and see.',
    shownFrom: '2006-05-01',
    shownUntil: '2006-05-31',
    ...facts,
  });
  row.belongTo(of, territory);
  return row;
}

export const legalFormAdvice = (
  of: SupportCentre,
  manufactoryId: string,
  facts: Partial<LegalFormAdvice> = {},
): LegalFormAdvice =>
  Object.assign(new LegalFormAdvice(), {
    organisationId: of.organisationId,
    supportCentreId: of.uuid,
    manufactoryId,
    recommendedCode: 'ASSOCIATION',
    parentOpinion: ParentOpinion.NONE,
    advisedOn: '2007-01-22',
    ...facts,
  });

export function beneficiary(of: SupportCentre, facts: Partial<Beneficiary> = {}): Beneficiary {
  const row = Object.assign(new Beneficiary(), {
    sex: Sex.FEMALE,
    birthYear: 1970,
    employmentStatus: EmploymentStatus.UNEMPLOYED,
    referredOn: '2026-01-05',
    ...facts,
  });
  row.belongTo(of);
  return row;
}

/** A person with the key that `referBeneficiary` makes. */
export function personWithKey(of: SupportCentre, facts: Partial<Beneficiary> = {}): [Beneficiary, PersonKey] {
  const person = beneficiary(of, facts);
  return [person, PersonKey.of(person)];
}

/** Hours that somebody took part in a training, which ended for this person on that day. */
export const endedEnrolment = (of: Beneficiary, at: Training, hours: string, endedOn: string): Enrolment =>
  Object.assign(new Enrolment(), {
    organisationId: of.organisationId,
    beneficiaryId: of.uuid,
    trainingId: at.uuid,
    status: EnrolmentStatus.COMPLETED,
    enrolledOn: of.referredOn,
    hours,
    endedOn,
  });

export const supportSession = (of: Beneficiary, hours: string, heldOn: string): SupportSession =>
  Object.assign(new SupportSession(), {
    organisationId: of.organisationId,
    beneficiaryId: of.uuid,
    kind: SupportKind.ADVICE,
    hours,
    heldOn,
  });
