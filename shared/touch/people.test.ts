import { describe, expect, it } from '@jest/globals';
import { v4 } from 'uuid';
import { cps } from '../../subgraphs/cps/subgraph.ts';
import { institutions } from '../../subgraphs/institutions/subgraph.ts';
import { act as actAs } from '../../test/kit/ask.ts';
import { adviserOf, payrollOf } from '../../test/kit/caller.ts';
import { consultation, supportCentre, training } from '../../test/kit/given-cps.ts';
import { employment, manufactory, PROTECTED, parentInstitution } from '../../test/kit/given-institutions.ts';
import { SubgraphUnderTest } from '../../test/kit/subgraph.ts';

describe('in the institutions', () => {
  const subgraph = new SubgraphUnderTest(institutions);

  it('tells nothing when somebody is given work, not even where, nor when it ends or is deleted', async () => {
    const host = parentInstitution();
    const theatre = manufactory(host, 'Theatre', PROTECTED);
    await subgraph.givenToOwner(host, theatre);
    const act = (mutation: string, input: Record<string, unknown>) =>
      actAs(subgraph, mutation, input, undefined, payrollOf(host));
    const work = { contractType: 'EMPLOYMENT', weeklyHours: '37.5', startsOn: '2006-02-01' };

    const { row } = await act('employ', { manufactoryId: theatre.id, hostPseudonym: v4(), ...work });
    await act('endEmployment', { id: row?.id, expectedVersion: 1, on: '2006-06-30', reason: 'OTHER_WORK' });
    await subgraph.orm.em.fork().transactional(async (em) => {
      const another = employment(theatre, v4());
      await em.persist(another).flush();
      em.remove(another);
    });

    expect(row).not.toBeNull();
    expect(await subgraph.recorded()).toEqual([]);
  });
});

describe('in the centre', () => {
  const subgraph = new SubgraphUnderTest(cps);

  it('tells nothing of a beneficiary, a plan, an enrolment or a session', async () => {
    const centre = supportCentre('CPS');
    const prices = training(centre, 'Prices');
    await subgraph.givenToOwner(centre, prices);
    const act = (mutation: string, input: Record<string, unknown>) =>
      actAs(subgraph, mutation, input, undefined, adviserOf(centre));
    const facts = { sex: 'FEMALE', birthYear: 1971, employmentStatus: 'INACTIVE' };

    const { row } = await act('referBeneficiary', { supportCentreId: centre.id, on: '2026-01-05', ...facts });
    const [id, beneficiaryId] = [row?.id, row?.id];
    const potential = { passion: 'Clay', strengths: ['TEACHING'], on: '2026-01-12' };
    const steps = [{ kind: 'EMPLOYMENT', dueOn: '2026-03-01' }];
    const written = [
      await act('assessPotential', { id, expectedVersion: 1, ...potential }),
      await act('agreePlan', { id, expectedVersion: 2, goals: ['OWN_IDEA'], steps, on: '2026-01-19' }),
      await act('enrolBeneficiary', { beneficiaryId, trainingId: prices.id, on: '2026-01-26' }),
      await act('recordSupportSession', { beneficiaryId, kind: 'ADVICE', hours: '0.25', on: '2026-02-03' }),
    ];

    expect(written.map(({ code }) => code)).toEqual([undefined, undefined, undefined, undefined]);
    expect(await subgraph.recorded()).toEqual([]);
  });

  it('tells of a request for advice, and of an answer to a consultation, what counts them, and not which it was', async () => {
    const centre = supportCentre('CPS');
    const asked = consultation(centre, 'What do you miss?', { opensOn: '2026-01-01', closesOn: '2099-01-01' });
    await subgraph.givenToOwner(centre, asked);
    const about = [centre.uuid, centre.organisationId].sort();

    await actAs(subgraph, 'requestAdvice', { supportCentreId: centre.id, topic: 'FUNDING', channel: 'PHONE' });
    const opened = await actAs(subgraph, 'openConsultation', { id: asked.id, expectedVersion: 1, on: '2026-01-02' });
    await actAs(subgraph, 'answerConsultation', { consultationId: asked.id, answer: 'A baker' });

    const types = ['Organisation', 'SupportCentre'];
    expect(opened.code).toBeUndefined();
    expect((await subgraph.touched()).filter((_, i) => i !== 1)).toEqual([
      { rows: ['SupportCentre'], types, ids: about },
      { rows: ['Consultation'], types: ['Consultation', ...types], ids: [...about, asked.uuid].sort() },
    ]);
  });
});
