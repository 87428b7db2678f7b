import { expect, it } from '@jest/globals';
import { audit } from '../../subgraphs/outcomes/disclosure-control/audit/audit.ts';
import { territoryEquations } from '../../subgraphs/outcomes/disclosure-control/audit/release-equations.ts';
import { countTable } from '../../subgraphs/outcomes/disclosure-control/count-table.ts';
import { suppress } from '../../subgraphs/outcomes/disclosure-control/suppress.ts';
import { thresholdsOf } from '../../subgraphs/outcomes/disclosure-control/thresholds.ts';
import { someCounts, someEurope } from './europe.ts';

it('protects all municipalities of Europe in less than a second, and audits all of them', () => {
  const tree = someEurope();
  const counts = someCounts(tree, 7);
  const subject = { indicator: 'EECO01', category: null, period: '2026', release: 1 };
  const table = countTable(subject, tree, counts, thresholdsOf());

  const began = performance.now();
  suppress(table);
  const took = performance.now() - began;
  const { exposures, unchecked } = audit(territoryEquations(table));

  expect(counts.size).toBe(98_415);
  expect(took).toBeLessThan(1_000);
  expect([exposures, unchecked]).toEqual([[], []]);
});
