import { v4 } from 'uuid';
import type { RequestContext } from '../../shared/subgraph/subgraph.ts';
import { ReleaseStatus } from '../../subgraphs/outcomes/release/release.ts';
import * as cps from '../kit/given-cps.ts';
import * as institutions from '../kit/given-institutions.ts';
import * as marketplace from '../kit/given-marketplace.ts';
import * as outcomes from '../kit/given-outcomes.ts';
import { publishedFigures } from '../kit/given-outcomes.ts';
import type { SubgraphUnderTest } from '../kit/subgraph.ts';
import { loadDemo } from '../touches/world.ts';

/** Rows that the demo has none of, for they are nobody's business: people, drafts, what is submitted. */
const HIDDEN: Record<string, () => object[]> = {
  cps: () => {
    const centre = cps.supportCentre('The centre');
    const [person, course] = [cps.beneficiary(centre), cps.training(centre, 'Baking')];
    const enrolment = cps.endedEnrolment(person, course, '7.50', '2026-03-01');
    return [centre, person, course, enrolment, cps.supportSession(person, '1.25', '2026-02-01')];
  },
  institutions: () => {
    const parent = institutions.parentInstitution();
    const work = institutions.manufactory(parent, 'Bakery', institutions.PROTECTED);
    return [parent, work, institutions.employment(work, v4())];
  },
  marketplace: () => {
    const draft = marketplace.service(v4(), 'Draft', marketplace.DRAFT);
    return [draft, marketplace.priceOption(draft, 'For a child'), marketplace.answer(draft, v4())];
  },
  outcomes: () => {
    const network = outcomes.network('A network', 'PL21');
    const [submission, approval] = outcomes.approvedBy(network);
    const draft = outcomes.publishedRelease(
      network,
      'PEOPLE',
      '2025',
      ['NH-O1 '],
      outcomes.unpublished(ReleaseStatus.DRAFT),
    );
    return [network, submission, approval, draft, publishedFigures(draft, 'PL21', [1])];
  },
};

/** The demo, and of what is hidden a row of each kind. */
export async function givenAllKinds<C extends RequestContext>(
  name: string,
  subgraph: SubgraphUnderTest<C>,
): Promise<void> {
  await loadDemo(subgraph);
  await subgraph.orm.em
    .fork()
    .persist(HIDDEN[name]?.() ?? [])
    .flush();
}
