import type { DerivedIndicator } from './indicator-definition.ts';
import { shareOf, someOf } from './some-of.ts';

const leavers = someOf('NH-P3');
const followedUp = someOf('NH-P4');
const shareOfRespondents = shareOf('NH-Q1');

/**
 * What became of people: the results of ESF+, whose wording and numbers nobody compared with the Commission's list yet (see
 * `esf-plus-participants.ts`), and the model's own.
 */
export const RESULTS_OF_PEOPLE: readonly DerivedIndicator[] = [
  leavers(
    'EECR01',
    {
      en: 'Participants engaged in job searching upon leaving',
      pl: 'Osoby poszukujące pracy po opuszczeniu programu',
    },
    'People who were inactive when they entered, and looked for work within four weeks of leaving.',
    'SEARCHING=YES',
  ),
  leavers(
    'EECR02',
    {
      en: 'Participants in education or training upon leaving',
      pl: 'Osoby, które podjęły kształcenie lub szkolenie po opuszczeniu programu',
    },
    'People who were in education or training within four weeks of leaving.',
    'IN_EDUCATION=YES',
  ),
  leavers(
    'EECR03',
    {
      en: 'Participants gaining a qualification upon leaving',
      pl: 'Osoby, które uzyskały kwalifikacje po opuszczeniu programu',
    },
    'People who gained a qualification by four weeks after leaving.',
    'QUALIFIED=YES',
  ),
  leavers(
    'EECR04',
    {
      en: 'Participants in employment, including self-employment, upon leaving',
      pl: 'Osoby pracujące, łącznie z prowadzącymi działalność na własny rachunek, po opuszczeniu programu',
    },
    'People who were not employed when they entered, and worked within four weeks of leaving.',
    'IN_WORK=YES',
  ),
  followedUp(
    'EECR05',
    {
      en: 'Participants in employment, including self-employment, six months after leaving',
      pl: 'Osoby pracujące sześć miesięcy po opuszczeniu programu',
    },
    'People who were not employed when they entered, and worked six months after leaving.',
    'WORK_AFTER_6=SUSTAINED',
    'WORK_AFTER_6=OTHER',
  ),
  followedUp(
    'EECR06',
    {
      en: 'Participants with an improved labour market situation six months after leaving',
      pl: 'Osoby, których sytuacja na rynku pracy uległa poprawie sześć miesięcy po opuszczeniu programu',
    },
    'People who were employed when they entered, and were better off on the labour market six months after leaving.',
    'IMPROVED_AFTER_6=YES',
  ),
  followedUp(
    'NH-P2',
    { en: 'Sustained jobs', pl: 'Trwałe miejsca pracy' },
    'People of EECR05 who had been employed in a manufactory before they left. The records of a centre end six months after leaving.',
    'WORK_AFTER_6=SUSTAINED',
  ),
  shareOf('NH-P3')(
    'NH-P5',
    { en: 'Share in work upon leaving', pl: 'Odsetek osób pracujących po opuszczeniu programu' },
    'EECR04 of a hundred people who left, also of those who were employed when they entered.',
    ['IN_WORK=YES'],
    ['IN_WORK=NO'],
  ),
  shareOf('NH-P4')(
    'NH-P6',
    { en: 'Share in work six months after leaving', pl: 'Odsetek osób pracujących po sześciu miesiącach' },
    'EECR05 of a hundred people who were asked again, also of those who were employed when they entered.',
    ['WORK_AFTER_6=SUSTAINED', 'WORK_AFTER_6=OTHER'],
    ['WORK_AFTER_6=NO'],
  ),
  shareOfRespondents(
    'NH-Q2',
    { en: 'Satisfaction with work', pl: 'Zadowolenie z pracy' },
    'Respondents who are satisfied with their work, of a hundred.',
    ['WORK_SATISFACTION=YES'],
    ['WORK_SATISFACTION=NO'],
  ),
  shareOfRespondents(
    'NH-Q3',
    { en: 'Integration of the team', pl: 'Integracja zespołu' },
    'Respondents who feel part of their team, of a hundred.',
    ['TEAM_INTEGRATION=YES'],
    ['TEAM_INTEGRATION=NO'],
  ),
];
