import { forPurposes, RequiresScopes } from '../../../shared/access/requires-scopes.ts';

/** As the Centre has it, which owns the type: who comes to a person at all. */
export const Person = RequiresScopes(...forPurposes('people:read', 'CASE_WORK', 'STATISTICS', 'DATA_SUBJECT'), [
  'people:audit',
  'purpose:AUDIT',
]);
/** Leads from a person to the person's work: the Centre, and the person. */
export const OfCase = RequiresScopes(...forPurposes('people:read', 'CASE_WORK', 'DATA_SUBJECT'));
/** That there is an employment, where, and from when to when: also for who looks whether an incentive went where it should. */
export const Work = RequiresScopes(
  ...forPurposes('people:read', 'CASE_WORK', 'PAYROLL_HOST', 'INCENTIVE_CONTROL', 'DATA_SUBJECT'),
);
/** What is agreed about it. */
export const Contract = RequiresScopes(...forPurposes('people:read', 'CASE_WORK', 'PAYROLL_HOST', 'DATA_SUBJECT'));
/** What a host alone asks for, by the pseudonym or about its staff. */
export const OfHost = RequiresScopes(...forPurposes('people:read', 'PAYROLL_HOST'));
/** Looks up one employment, by the id that the host told. */
export const LooksUpWork = RequiresScopes(...forPurposes('people:read', 'PAYROLL_HOST', 'INCENTIVE_CONTROL'));
/** Changes who works where. */
export const Payroll = RequiresScopes(...forPurposes('people:write', 'PAYROLL_HOST'));
