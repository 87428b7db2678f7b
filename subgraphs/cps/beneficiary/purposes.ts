import { forPurposes, RequiresScopes } from '../../../shared/access/requires-scopes.ts';

const CASE = forPurposes('people:read', 'CASE_WORK', 'DATA_SUBJECT');
const FACTS = forPurposes('people:read', 'CASE_WORK', 'STATISTICS', 'DATA_SUBJECT');

/** Who comes to a person at all: these, and auditors, who see nothing but who looked. */
export const PERSON = [...FACTS, ['people:audit', 'purpose:AUDIT']] as const;

/** What leads to a person. */
export const Person = RequiresScopes(...PERSON);
/** What is counted: codes, hours and days. */
export const Fact = RequiresScopes(...FACTS);
/** What the person and the Centre work with, and nobody else. */
export const OfCase = RequiresScopes(...CASE);
/** Changes what is known of a person. */
export const CaseWork = RequiresScopes(...forPurposes('people:write', 'CASE_WORK'));
