import { type Count, counting } from '../../../shared/figures/count-figures.ts';
import { byTraits } from './by-traits.ts';

/** Few people are non-binary in any place: a category of their own would be hidden, and all others with it. */
const SEX = `case sex when 'FEMALE' then 'F' else 'MX' end as "SEX"`;

/** Who did not tell, or was not asked, is with those who are not. */
const ANSWER = (fact: string, trait: string): string =>
  `case ${fact} when 'YES' then 'YES' else 'NO' end as "${trait}"`;

const RESULT = (list: string, code: string, trait: string): string =>
  `case when '${code}' = any(${list}) then 'YES' else 'NO' end as "${trait}"`;

const OWN = 'coalesce(beneficiary.organisation_id = asked.organisation, true)';

/** Only the year of birth is kept, so the age is that which somebody reaches in the year of the referral. */
const AGE = `extract(year from referred_on) - birth_year`;

/**
 * People by the day of their referral, each once, however often they come back. That a place is rural (EECO17) is known of
 * nobody here, and is left out: `NO` would not be true.
 */
const ENTERED = `
  select territory_code as territory, ${SEX},
    case employment_status when 'LONG_TERM_UNEMPLOYED' then 'LONG_TERM' when 'UNEMPLOYED' then 'SHORT_TERM'
      else employment_status end as "EMPLOYMENT",
    case when ${AGE} < 18 then 'UNDER_18' when ${AGE} < 30 then '18_29' when ${AGE} < 55 then '30_54'
      else '55_UP' end as "AGE",
    case when isced_level <= 2 then 'ISCED_0_2' when isced_level <= 4 then 'ISCED_3_4'
      when isced_level <= 8 then 'ISCED_5_8' else 'UNKNOWN' end as "EDUCATION",
    ${ANSWER('disability', 'DISABILITY')},
    ${ANSWER('third_country_national', 'THIRD_COUNTRY')},
    ${ANSWER('foreign_background', 'FOREIGN')},
    ${ANSWER('minority', 'MINORITY')},
    ${ANSWER('homeless', 'HOMELESS')}
  from beneficiary, asked where referred_on >= asked.start and referred_on < asked.end and ${OWN}`;

const ENTERED_BY = [
  ['SEX'],
  ['EMPLOYMENT'],
  ['AGE'],
  ['EDUCATION'],
  ['DISABILITY'],
  ['THIRD_COUNTRY'],
  ['FOREIGN'],
  ['MINORITY'],
  ['HOMELESS'],
  ['EMPLOYMENT', 'SEX'],
  ['AGE', 'SEX'],
  ['EDUCATION', 'SEX'],
];

const LEFT = `
  select territory_code as territory, ${SEX},
    ${RESULT('leaving_results', 'EECR01', 'SEARCHING')},
    ${RESULT('leaving_results', 'EECR02', 'IN_EDUCATION')},
    ${RESULT('leaving_results', 'EECR03', 'QUALIFIED')},
    ${RESULT('leaving_results', 'EECR04', 'IN_WORK')}
  from beneficiary, asked where left_on >= asked.start and left_on < asked.end and ${OWN}`;

/** Who works, and did so in a manufactory before, has a sustained job. */
const FOLLOWED_UP = `
  select territory_code as territory, ${SEX},
    case when not 'EECR05' = any(follow_up_results) then 'NO' when employed_on is null then 'OTHER'
      else 'SUSTAINED' end as "WORK_AFTER_6",
    ${RESULT('follow_up_results', 'EECR06', 'IMPROVED_AFTER_6')}
  from beneficiary, asked where followed_up_on >= asked.start and followed_up_on < asked.end and ${OWN}`;

/** Whoever left on the last day is one who left. */
const EMPLOYED = `
  select territory_code as territory, ${SEX} from beneficiary, asked
  where employed_on < asked.end and (left_on is null or left_on >= asked.end) and ${OWN}`;

export const countPeople: Count[] = [
  counting(byTraits('EECO01', ENTERED, ENTERED_BY)),
  counting(byTraits('NH-P3', LEFT, [['SEX'], ['SEARCHING'], ['IN_EDUCATION'], ['QUALIFIED'], ['IN_WORK']])),
  counting(byTraits('NH-P4', FOLLOWED_UP, [['SEX'], ['WORK_AFTER_6'], ['IMPROVED_AFTER_6']])),
  counting(byTraits('NH-P1', EMPLOYED, [['SEX']])),
];
