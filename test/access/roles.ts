import { ANONYMOUS, type Caller, OPERATOR } from '../../shared/trust/caller.ts';
import type { Purpose } from '../../shared/trust/purpose.ts';
import type { Scope } from '../../shared/trust/scopes.ts';
import { someone } from '../kit/caller.ts';

const role = (name: string, scopes: readonly Scope[], purpose: Purpose | null = null): Caller =>
  someone({ subject: name, organisationId: '6a1f4c1e-3d0b-4a53-9c0e-2a9f6f0f7b11', roles: [name], scopes, purpose });

/** Who asks in the matrix: the roles of the model, and people whose token does not fit what they do. */
export const ROLES: Readonly<Record<string, Caller>> = {
  anonymous: ANONYMOUS,
  'nothing allowed': role('nothing allowed', []),
  leader: role('leader', ['partnership:write', 'submissions:read', 'submissions:approve', 'figures:submit']),
  'municipality-officer': role('municipality-officer', ['municipality:write', 'figures:read', 'figures:submit']),
  'cps-adviser': role('cps-adviser', ['cps:write', 'people:read', 'people:write'], 'CASE_WORK'),
  'cps-adviser without a purpose': role('cps-adviser', ['cps:write', 'people:read', 'people:write']),
  'cps-adviser for a wrong purpose': role('cps-adviser', ['cps:write', 'people:read', 'people:write'], 'STATISTICS'),
  'cps-manager': role(
    'cps-manager',
    ['cps:write', 'registers:read', 'figures:read', 'figures:submit', 'people:read', 'people:erase'],
    'CASE_WORK',
  ),
  'host-payroll': role('host-payroll', ['institutions:write', 'people:read', 'people:write'], 'PAYROLL_HOST'),
  'manufactory-seller': role('manufactory-seller', ['marketplace:write', 'orders:read']),
  client: role('client', ['orders:read', 'orders:write', 'advice:request']),
  'regional-network': role('regional-network', ['outcomes:write', 'submissions:read', 'submissions:approve']),
  auditor: role('auditor', ['registers:read', 'people:audit'], 'AUDIT'),
  operator: OPERATOR,
};
