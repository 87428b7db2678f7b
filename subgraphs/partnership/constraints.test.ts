import { expect, it } from '@jest/globals';
import {
  agreement,
  exchange,
  organisation,
  partner,
  partnershipIn,
  replication,
} from '../../test/kit/given-partnership.ts';
import { SubgraphUnderTest } from '../../test/kit/subgraph.ts';
import { PartnerRole } from './partner/partner-role.ts';
import { partnership } from './subgraph.ts';

const subgraph = new SubgraphUnderTest(partnership);

/** What the database refuses, whoever writes past the rules of the rows. */
it.each([
  `update partnership set status = 'PLANNED'`,
  `update partnership set status = 'ENDED'`,
  `update partnership set until = since`,
  `update partnership set active_since = null`,
  `update partnership set active_since = since - 1`,
  `update partnership set status = 'FORMING'`,
  `update partner set status = 'GONE'`,
  `update partner set status = 'RELEASED'`,
  `update partner set until = since`,
  `update partner set reason = 'x'`,
  `update partner set role = 'LEADER'`,
  `update partner set member_id = (select id from organisation limit 1), role = 'MEDIA'`,
  `update organisation set krs = '0000012345'`,
  `update data_sharing_agreement set purpose = 'CURIOSITY'`,
  `update data_sharing_agreement set categories = '{}'`,
  `update data_sharing_agreement set categories = '{COUNTS,NAMES}'`,
  `update data_sharing_agreement set until = since - 1`,
  `update agreement_party set partner_id = (select id from partner limit 1)`,
  `update agreement_party set partner_id = agreement_id`,
  `update replication set status = 'READY'`,
  `update replication set status = 'STARTED'`,
  `update replication set status = 'ABANDONED'`,
  `update replication set determined_partners = 3`,
  `update replication set defined_problem = 'x'`,
  `update replication set assessed_on = considered_on - 1, post_industrial = true, determined_partners = 3`,
  `update replication set partnership_id = id`,
  `update exchange set country = 'Germany'`,
  `update exchange set until = since - 1`,
])('is refused by the database: %s', async (statement) => {
  const [here, one, two] = [partnershipIn('PL_1261011', 'Here'), organisation('One'), organisation('Two')];
  const parties = [partner(here, one, PartnerRole.LEADER), partner(here, two)];
  await subgraph.given(
    ...[here, one, two, ...parties, ...agreement(here, parties).rows],
    ...[replication(here, 'PL_1203053'), exchange(here, 'Two towns')],
  );

  await expect(subgraph.orm.em.fork().execute(statement)).rejects.toThrow(/violates|conflicting/);
});
