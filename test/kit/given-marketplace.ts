import 'reflect-metadata';
import { v4 } from 'uuid';
import { Service, ServiceStatus } from '../../subgraphs/marketplace/service/service.ts';

/** What a manufactory offers: it lives in another subgraph, so it is a uuid here. */
export function service(
  manufactoryId: string,
  name: string,
  facts: Partial<Service> = {},
  territory = 'PL_1261011',
): Service {
  const row = Object.assign(new Service(), {
    organisationId: v4(),
    manufactoryId,
    name,
    status: ServiceStatus.ACTIVE,
    offeredSince: '2006-05-01',
    activityCode: 'S90.20',
    ...facts,
  });
  row.placeIn(territory);
  return row;
}

export const DRAFT = { status: ServiceStatus.DRAFT, offeredSince: null };
export const ENDED = { status: ServiceStatus.ENDED, endedOn: '2007-05-01' };
