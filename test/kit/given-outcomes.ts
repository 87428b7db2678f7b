import 'reflect-metadata';
import { v4 } from 'uuid';
import { territoryOf } from '../../shared/territory/territory.ts';
import { Network } from '../../subgraphs/outcomes/network/network.ts';

/** A network at the level of its territory. */
export function network(name: string, territory: string): Network {
  const row = Object.assign(new Network(), { name, level: territoryOf(territory).level, organisationId: v4() });
  row.placeIn(territory);
  return row;
}
