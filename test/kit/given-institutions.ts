import 'reflect-metadata';
import { v4 } from 'uuid';
import { Department } from '../../subgraphs/institutions/department/department.ts';
import { ContractType, Employment } from '../../subgraphs/institutions/employment/employment.ts';
import { Manufactory } from '../../subgraphs/institutions/manufactory/manufactory.ts';
import { ManufactoryStatus } from '../../subgraphs/institutions/manufactory/manufactory-status.ts';
import { ParentInstitution } from '../../subgraphs/institutions/parent-institution/parent-institution.ts';

export function parentInstitution(territory = 'PL_1261011'): ParentInstitution {
  const row = Object.assign(new ParentInstitution(), { organisationId: v4() });
  row.placeIn(territory);
  return row;
}

export function manufactory(
  of: ParentInstitution,
  name: string,
  facts: Partial<Manufactory> = {},
  territory = of.territoryCode,
): Manufactory {
  const row = Object.assign(new Manufactory(), {
    organisationId: of.organisationId,
    parentInstitutionId: of.uuid,
    ideaId: v4(),
    name,
    activityCode: 'S90.20',
    ...facts,
  });
  row.placeIn(territory);
  return row;
}

export const PROTECTED = {
  status: ManufactoryStatus.PROTECTED,
  protectedFrom: '2006-01-01',
  protectedUntil: '2006-12-31',
};
export const INDEPENDENT = {
  ...PROTECTED,
  status: ManufactoryStatus.INDEPENDENT,
  independentSince: '2007-02-01',
  legalFormCode: 'SOCIAL_COOPERATIVE',
};

export function department(of: ParentInstitution, name: string, facts: Partial<Department> = {}): Department {
  const { organisationId, uuid: parentInstitutionId } = of;
  return Object.assign(new Department(), {
    organisationId,
    parentInstitutionId,
    name,
    openedOn: '2005-12-01',
    ...facts,
  });
}

export const employment = (of: Manufactory, hostPseudonym: string, facts: Partial<Employment> = {}): Employment =>
  Object.assign(new Employment(), {
    organisationId: of.organisationId,
    manufactoryId: of.uuid,
    hostPseudonym,
    contractType: ContractType.EMPLOYMENT,
    weeklyHours: '40.0',
    startsOn: '2006-01-01',
    ...facts,
  });
