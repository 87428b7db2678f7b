import 'reflect-metadata';
import { v4 } from 'uuid';
import { Incentive, IncentiveStatus } from '../../subgraphs/municipality/incentive/incentive.ts';
import { IncentiveKind } from '../../subgraphs/municipality/incentive/incentive-kind.ts';
import { Municipality } from '../../subgraphs/municipality/municipality/municipality.ts';
import { Payment } from '../../subgraphs/municipality/payment/payment.ts';

export function municipalityOf(territory: string, name = 'Kraków'): Municipality {
  const row = Object.assign(new Municipality(), { name, organisationId: v4() });
  row.placeIn(territory);
  return row;
}

/** An award to a manufactory, which is a uuid here: it lives in another subgraph. */
export function incentive(
  by: Municipality,
  manufactoryId: string,
  facts: Partial<Pick<Incentive, 'kind' | 'status' | 'awarded' | 'currency' | 'awardedOn'>> = {},
): Incentive {
  const row = Object.assign(new Incentive(), {
    organisationId: by.organisationId,
    municipalityId: by.uuid,
    manufactoryId,
    kind: IncentiveKind.GRANT,
    status: IncentiveStatus.AWARDED,
    awarded: '1000.00',
    currency: 'PLN',
    awardedOn: '2006-03-01',
    ...facts,
  });
  row.placeIn(by.territoryCode);
  return row;
}

export const payment = (of: Incentive, amount: string): Payment =>
  Object.assign(new Payment(), {
    organisationId: of.organisationId,
    incentiveId: of.uuid,
    amount,
    paidOn: of.awardedOn,
  });
