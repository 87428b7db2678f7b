import { forPurposes, RequiresScopes } from '../../../shared/access/requires-scopes.ts';

const CASE = forPurposes('people:read', 'CASE_WORK', 'DATA_SUBJECT');
const FACTS = forPurposes('people:read', 'CASE_WORK', 'STATISTICS', 'DATA_SUBJECT');

/** What leads to a person: also for auditors, who see nothing but who looked. */
export const Person = RequiresScopes(...FACTS, ['people:audit', 'purpose:AUDIT']);
/** What is counted: codes, hours and days. */
export const Fact = RequiresScopes(...FACTS);
/** What the person and the Centre work with, and nobody else. */
export const OfCase = RequiresScopes(...CASE);
/** Changes what is known of a person. */
export const CaseWork = RequiresScopes(...forPurposes('people:write', 'CASE_WORK'));
