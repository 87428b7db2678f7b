import { registerEnumType } from 'type-graphql';

export enum JourneyStatus {
  REFERRED = 'REFERRED',
  ASSESSED = 'ASSESSED',
  PLANNED = 'PLANNED',
  IN_TRAINING = 'IN_TRAINING',
  EMPLOYED_PROTECTED = 'EMPLOYED_PROTECTED',
  LEFT = 'LEFT',
  FOLLOWED_UP = 'FOLLOWED_UP',
}
registerEnumType(JourneyStatus, {
  name: 'JourneyStatus',
  description:
    'A beneficiary is referred, assessed, gets a plan, is trained, employed for the protective period, leaves, and is asked again after six months. One may leave from any point.',
});

/** Where a person is still accompanied by the centre. */
export const ACCOMPANIED = [
  JourneyStatus.REFERRED,
  JourneyStatus.ASSESSED,
  JourneyStatus.PLANNED,
  JourneyStatus.IN_TRAINING,
  JourneyStatus.EMPLOYED_PROTECTED,
] as const;

export enum LeavingReason {
  PATH_COMPLETED = 'PATH_COMPLETED',
  OTHER_WORK = 'OTHER_WORK',
  EDUCATION = 'EDUCATION',
  HEALTH = 'HEALTH',
  CARE_DUTIES = 'CARE_DUTIES',
  MOVED_AWAY = 'MOVED_AWAY',
  OWN_WISH = 'OWN_WISH',
  OTHER = 'OTHER',
}
registerEnumType(LeavingReason, {
  name: 'LeavingReason',
  description: 'Why a beneficiary left; everything but PATH_COMPLETED is a drop-out.',
});

export enum LeavingResult {
  EECR01 = 'EECR01',
  EECR02 = 'EECR02',
  EECR03 = 'EECR03',
  EECR04 = 'EECR04',
}
registerEnumType(LeavingResult, {
  name: 'LeavingResult',
  description: 'ESF+ results within four weeks of leaving.',
  valuesConfig: {
    EECR01: { description: 'Searches for a job; was inactive at entry.' },
    EECR02: { description: 'Is in education or training.' },
    EECR03: { description: 'Gained a qualification.' },
    EECR04: { description: 'Is in employment, also self-employed; was not at entry.' },
  },
});

export enum FollowUpResult {
  EECR05 = 'EECR05',
  EECR06 = 'EECR06',
}
registerEnumType(FollowUpResult, {
  name: 'FollowUpResult',
  description: 'ESF+ results six months after leaving.',
  valuesConfig: {
    EECR05: { description: 'Is in employment, also self-employed; was not at entry.' },
    EECR06: { description: 'Is better off on the labour market; was employed at entry.' },
  },
});
