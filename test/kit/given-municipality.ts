import 'reflect-metadata';
import { v4 } from 'uuid';
import { Budget, BudgetStatus } from '../../subgraphs/municipality/budget/budget.ts';
import { BudgetLine } from '../../subgraphs/municipality/budget-line/budget-line.ts';
import { Incentive, IncentiveStatus } from '../../subgraphs/municipality/incentive/incentive.ts';
import { IncentiveKind } from '../../subgraphs/municipality/incentive/incentive-kind.ts';
import { IncentiveScheme, SchemeStatus } from '../../subgraphs/municipality/incentive-scheme/incentive-scheme.ts';
import { Municipality } from '../../subgraphs/municipality/municipality/municipality.ts';
import { Payment } from '../../subgraphs/municipality/payment/payment.ts';
import { SocialPolicy } from '../../subgraphs/municipality/social-policy/social-policy.ts';

export function municipalityOf(territory: string, name = 'Kraków'): Municipality {
  const row = Object.assign(new Municipality(), { name, organisationId: v4() });
  row.placeIn(territory);
  return row;
}

/** An award to a manufactory, which is a uuid here: it lives in another subgraph. */
export function incentive(
  by: Municipality,
  manufactoryId: string,
  facts: Partial<
    Pick<
      Incentive,
      'kind' | 'status' | 'awarded' | 'currency' | 'awardedOn' | 'schemeId' | 'parentInstitutionId' | 'returnedAmount'
    >
  > = {},
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

export function socialPolicy(by: Municipality, title: string, facts: Partial<SocialPolicy> = {}): SocialPolicy {
  const days = { adoptedOn: '2005-11-23', validFrom: '2006-01-01' };
  const of = { organisationId: by.organisationId, municipalityId: by.uuid };
  const row = Object.assign(new SocialPolicy(), { ...of, title, resolutionNumber: 'XII/1', ...days, ...facts });
  row.placeIn(by.territoryCode);
  return row;
}

/** A budget in force, unless the facts say otherwise. */
export function budgetOf(by: Municipality, year = 2006, facts: Partial<Budget> = {}): Budget {
  const of = { organisationId: by.organisationId, municipalityId: by.uuid };
  const adopted = { status: BudgetStatus.ADOPTED, adoptedOn: `${year}-01-18` };
  const row = Object.assign(new Budget(), { ...of, year, currency: 'PLN', ...adopted, ...facts });
  row.placeIn(by.territoryCode);
  return row;
}

export const budgetLine = (of: Budget, code: string, amount = '1000.00', consultationId: string | null = null) =>
  Object.assign(new BudgetLine(), {
    organisationId: of.organisationId,
    budgetId: of.uuid,
    code,
    title: `Line ${code}`,
    amount,
    consultationId,
  });

/** A scheme for grants that is open, unless the facts say otherwise. */
export function schemeOf(by: Municipality, from: BudgetLine, facts: Partial<IncentiveScheme> = {}): IncentiveScheme {
  const row = Object.assign(new IncentiveScheme(), {
    organisationId: by.organisationId,
    municipalityId: by.uuid,
    budgetLineId: from.uuid,
    kind: IncentiveKind.GRANT,
    title: 'Grants',
    opensOn: '2006-02-01',
    ...OPEN,
    ...facts,
  });
  row.placeIn(by.territoryCode);
  return row;
}

export const DRAFT = { status: BudgetStatus.DRAFT, adoptedOn: null };
export const AMENDED = { status: BudgetStatus.AMENDED, amendedOn: '2006-06-01' };
export const EXECUTED = { status: BudgetStatus.EXECUTED, executedOn: '2006-12-31' };
export const ANNOUNCED = { status: SchemeStatus.ANNOUNCED, openedOn: null };
export const OPEN = { status: SchemeStatus.OPEN, openedOn: '2006-02-01' };
export const CLOSED = { ...OPEN, status: SchemeStatus.CLOSED, closedOn: '2006-11-30' };
