import { expect, it } from '@jest/globals';
import { figuresOf } from '../../../test/kit/figures.ts';
import { consultation, idea, REJECTED, supportCentre, VERIFIED } from '../../../test/kit/given-cps.ts';
import { SubgraphUnderTest } from '../../../test/kit/subgraph.ts';
import { ConsultationStatus } from '../consultation/consultation.ts';
import { cps } from '../subgraph.ts';

const subgraph = new SubgraphUnderTest(cps);
const QUARTER = 'dataset: "MANUFACTORIES", period: "2006-Q2"';

it('counts ideas by the day of each step, and consultations when they are over', async () => {
  const centre = supportCentre('CPS');
  const other = supportCentre('Another', 'PL_1203033');
  const submitted = (submittedOn: string, of = centre, facts = {}) => idea(of, 'An idea', { submittedOn, ...facts });
  const closed = (closesOn: string, status: ConsultationStatus) =>
    consultation(centre, 'What is missing?', { status, opensOn: '2006-01-01', closesOn });
  const { OPEN, CLOSED, REPORTED } = ConsultationStatus;
  const reported = Object.assign(closed('2006-06-30', REPORTED), { report: 'A bakery', reportedOn: '2006-08-01' });
  await subgraph.given(
    centre,
    other,
    submitted('2006-03-31', centre, { ...VERIFIED, verifiedOn: '2006-04-01' }),
    submitted('2006-04-01', centre, REJECTED),
    submitted('2006-06-30', centre, { ...VERIFIED, verifiedOn: '2006-07-01' }),
    submitted('2006-07-01'),
    submitted('2006-05-05', other),
    closed('2006-03-31', CLOSED),
    closed('2006-04-01', CLOSED),
    closed('2006-06-01', OPEN),
    reported,
  );

  expect((await figuresOf(subgraph, 'cpsFigures', QUARTER)).csv).toBe(`indicator,category,territory,value,basis
NH-C1,,PL_1261011,2,MEASURED
NH-I1,,PL_1203033,1,MEASURED
NH-I1,,PL_1261011,2,MEASURED
NH-I2,,PL_1261011,1,MEASURED
`);
  const own = `${QUARTER}, organisation: "Organisation_${other.organisationId}"`;
  expect((await figuresOf(subgraph, 'cpsFigures', own)).csv).toBe(`indicator,category,territory,value,basis
NH-I1,,PL_1203033,1,MEASURED
`);
});
