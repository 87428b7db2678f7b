import type { Purpose } from '../../shared/trust/purpose.ts';
import type { Scope } from '../../shared/trust/scopes.ts';

/** Somebody as whom the hub is tried out. */
export interface Persona {
  /** For people. */
  who: string;
  /** Of the demo's registers, `partner/key`; none for who acts for no organisation. */
  organisation?: string;
  roles: readonly string[];
  scopes: readonly Scope[];
  /** Where the person may write; without one everywhere that the organisation may. */
  territory?: string;
  /** Why the person works with data about people; none for who does not. */
  purpose?: Purpose;
}

export const PERSONAS = {
  leader: {
    who: 'the leader of the partnership',
    organisation: 'norwid/okn',
    roles: ['leader'],
    scopes: ['partnership:write', 'registers:read', 'submissions:read', 'submissions:approve'],
  },
  'municipality-officer': {
    who: 'an officer of the municipality',
    organisation: 'miedziana-iskra/gmina-trzebinia',
    roles: ['officer'],
    scopes: ['municipality:write', 'figures:read', 'figures:submit'],
    territory: 'PL_1203053',
  },
  'cps-adviser': {
    who: 'an adviser of the Centre, who accompanies people',
    organisation: 'norwid/centrum',
    roles: ['adviser'],
    scopes: ['cps:write', 'people:read', 'people:write'],
    purpose: 'CASE_WORK',
  },
  'cps-manager': {
    who: 'who runs the Centre, counts, and erases people',
    organisation: 'norwid/centrum',
    roles: ['manager'],
    scopes: ['cps:write', 'figures:read', 'figures:submit', 'people:read', 'people:erase'],
    purpose: 'STATISTICS',
  },
  'host-payroll': {
    who: 'who keeps the employments and the manufactories of a parent institution',
    organisation: 'miedziana-iskra/dom-rzemiosl',
    roles: ['payroll'],
    scopes: ['institutions:write', 'people:read', 'people:write'],
    purpose: 'PAYROLL_HOST',
  },
  'manufactory-seller': {
    who: 'who sells the services of a manufactory',
    organisation: 'norwid/dom-kultury',
    roles: ['seller'],
    scopes: ['marketplace:write', 'orders:read', 'figures:read', 'figures:submit'],
  },
  client: {
    who: 'a client who orders, reviews, and asks for advice',
    organisation: 'norwid/tygodnik',
    roles: ['client'],
    scopes: ['orders:write', 'advice:request'],
  },
  'regional-network': {
    who: 'who assembles the releases of the regional network',
    organisation: 'norwid/siec-malopolska',
    roles: ['network'],
    scopes: ['outcomes:write', 'submissions:read', 'submissions:approve'],
    territory: 'PL21',
  },
  auditor: {
    who: 'who looks into who looked at people',
    roles: ['auditor'],
    scopes: ['people:audit'],
    purpose: 'AUDIT',
  },
  'data-subject': {
    who: 'a person whom the records are about: --beneficiary ID says which',
    roles: ['data-subject'],
    scopes: ['people:read'],
    purpose: 'DATA_SUBJECT',
  },
} as const satisfies Record<string, Persona>;

export type PersonaName = keyof typeof PERSONAS;

export const isPersona = (name: string): name is PersonaName => Object.hasOwn(PERSONAS, name);
