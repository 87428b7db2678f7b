import 'reflect-metadata';
import { v4 } from 'uuid';
import { territoryOf } from '../../shared/territory/territory.ts';
import { Network } from '../../subgraphs/outcomes/network/network.ts';
import { Target, TargetKind } from '../../subgraphs/outcomes/target/target.ts';

/** A network at the level of its territory. */
export function network(name: string, territory: string): Network {
  const row = Object.assign(new Network(), { name, level: territoryOf(territory).level, organisationId: v4() });
  row.placeIn(territory);
  return row;
}

/** What an indicator should become in a territory by a period, or what it was, in the indicator's unit. */
export function target(
  territory: string,
  indicator: string,
  period: string,
  value: string,
  facts: Partial<Target> = {},
) {
  const row = Object.assign(new Target(), { indicator, period, value, kind: TargetKind.TARGET, organisationId: v4() });
  row.placeIn(territory);
  return Object.assign(row, facts);
}
