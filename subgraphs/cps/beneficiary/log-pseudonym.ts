import { createHmac } from 'node:crypto';
import type { PersonKey } from '../person-key/person-key.ts';

/**
 * By what the Centre's own log of who looked knows a person: made of the person's key alone, so that it names nobody any
 * more once that is gone, and no partner's pseudonym leads to it.
 */
export const logPseudonymOf = ({ key }: Pick<PersonKey, 'key'>): string =>
  createHmac('sha256', key).update('access-log').digest('base64url');
