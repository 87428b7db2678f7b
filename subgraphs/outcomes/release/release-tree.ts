import { allTerritories, territoryOf } from '../../../shared/territory/territory.ts';
import { type TerritoryTree, territoryTree } from '../disclosure-control/territory-tree.ts';

const trees = new Map<string, TerritoryTree>();

/** A territory with all beneath it, down to districts: that of which a release has figures. Made once for each. */
export function releaseTree(code: string): TerritoryTree {
  const { path } = territoryOf(code);
  const made =
    trees.get(code) ??
    territoryTree(
      allTerritories()
        .filter((territory) => territory.path.startsWith(path))
        .map((territory) => ({ ...territory, parentCode: territory.code === code ? null : territory.parentCode })),
    );
  trees.set(code, made);
  return made;
}
