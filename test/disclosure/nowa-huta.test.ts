import { expect, it } from '@jest/globals';
import { allTerritories } from '../../shared/territory/territory.ts';
import { audit } from '../../subgraphs/outcomes/disclosure-control/audit/audit.ts';
import {
  tableEquations,
  territoryEquations,
} from '../../subgraphs/outcomes/disclosure-control/audit/release-equations.ts';
import { type CountTable, countTable, publish } from '../../subgraphs/outcomes/disclosure-control/count-table.ts';
import { suppress } from '../../subgraphs/outcomes/disclosure-control/suppress.ts';
import { suppressBreakdown } from '../../subgraphs/outcomes/disclosure-control/suppress-breakdown.ts';
import { territoryTree } from '../../subgraphs/outcomes/disclosure-control/territory-tree.ts';
import { thresholdsOf } from '../../subgraphs/outcomes/disclosure-control/thresholds.ts';

type Groups = Readonly<Record<'unemployed' | 'disabled' | 'young', number>>;

/** The project's 70 unemployed, 30 disabled and 10 young people; how they were spread over the districts is invented. */
const NOWA_HUTA: Readonly<Record<string, Groups>> = {
  'PL_1261011-D14': { unemployed: 12, disabled: 7, young: 2 },
  'PL_1261011-D15': { unemployed: 18, disabled: 8, young: 3 },
  'PL_1261011-D16': { unemployed: 16, disabled: 6, young: 2 },
  'PL_1261011-D17': { unemployed: 5, disabled: 3, young: 0 },
  'PL_1261011-D18': { unemployed: 19, disabled: 6, young: 3 },
};

/** A replication of the model in another municipality of the region, invented. */
const TARNOW: Readonly<Record<string, Groups>> = { PL_1263011: { unemployed: 24, disabled: 14, young: 11 } };

const SHOWN = [
  'EU',
  'PL',
  'PL2',
  'PL21',
  'PL213',
  'PL_1261',
  'PL_1261011',
  ...Object.keys(NOWA_HUTA),
  'PL217',
  'PL_1263011',
];

interface Protected {
  readonly totals: CountTable;
  readonly groups: readonly CountTable[];
}

function protect(people: Readonly<Record<string, Groups>>): Protected {
  const tree = territoryTree(allTerritories());
  const table = (category: keyof Groups | null): CountTable => {
    const counts = Object.entries(people).map(([code, groups]): [string, number] => [
      code,
      category ? groups[category] : groups.unemployed + groups.disabled + groups.young,
    ]);
    const subject = { indicator: 'participants', category, period: '2008', release: 1 };
    return countTable(subject, tree, new Map(counts), thresholdsOf());
  };
  const totals = table(null);
  const groups = [table('unemployed'), table('disabled'), table('young')];
  suppress(totals);
  suppressBreakdown(totals, groups, 1);
  return { totals, groups };
}

/** A line for each territory: the total, then the unemployed, the disabled and the young. */
function seen({ totals, groups }: Protected): string[] {
  const tables = [totals, ...groups].map(({ cells }) => new Map(cells.map((cell) => [cell.code, publish(cell)])));
  return SHOWN.map((code) =>
    [code, ...tables.map((cells) => cells.get(code)?.value ?? cells.get(code)?.flag ?? '?')].join(' '),
  );
}

function exposed({ totals, groups }: Protected): unknown {
  const { exposures, unchecked } = audit([
    ...[totals, ...groups].flatMap(territoryEquations),
    ...tableEquations(totals, groups, 'its target groups'),
  ]);
  return { exposures, unchecked };
}

it('tells of Nowa Huta alone how many took part, and who they were nowhere, for it would be a local breakdown', () => {
  const alone = protect(NOWA_HUTA);

  expect(seen(alone)).toEqual([
    'EU 110 c c c',
    'PL 110 c c c',
    'PL2 110 c c c',
    'PL21 110 c c c',
    'PL213 110 c c c',
    'PL_1261 110 c c c',
    'PL_1261011 110 c c c',
    'PL_1261011-D14 c c c c',
    'PL_1261011-D15 29 c c c',
    'PL_1261011-D16 24 c c c',
    'PL_1261011-D17 c c c c',
    'PL_1261011-D18 28 c c c',
    'PL217 0 c c c',
    'PL_1263011 0 c c c',
  ]);
  expect(exposed(alone)).toEqual({ exposures: [], unchecked: [] });
});

it('tells who they were for the region, as soon as others of the region are among them', () => {
  const together = protect({ ...NOWA_HUTA, ...TARNOW });

  expect(seen(together)).toEqual([
    'EU 159 94 44 21',
    'PL 159 94 44 21',
    'PL2 159 94 44 21',
    'PL21 159 94 44 21',
    'PL213 110 c c c',
    'PL_1261 110 c c c',
    'PL_1261011 110 c c c',
    'PL_1261011-D14 c c c c',
    'PL_1261011-D15 29 c c c',
    'PL_1261011-D16 24 c c c',
    'PL_1261011-D17 c c c c',
    'PL_1261011-D18 28 c c c',
    'PL217 49 c c c',
    'PL_1263011 49 c c c',
  ]);
  expect(exposed(together)).toEqual({ exposures: [], unchecked: [] });
});
