import { createHash } from 'node:crypto';

/** What is kept of a pseudonym whose person was erased: enough to know it again, and nothing to come to anybody from. */
export const pseudonymDigest = (pseudonym: string): string => createHash('sha256').update(pseudonym).digest('hex');
