import { retentionYears } from '../../../shared/people/retention.ts';
import { domainKey } from './pseudonym.ts';

/** The domain of the parent institutions' subgraph. */
export const institutionsDomain = () => domainKey('PSEUDONYM_KEY_INSTITUTIONS');

/** Throws, saying what to set, where the environment does not have what people's data takes. */
export function assertSettings(): void {
  institutionsDomain();
  retentionYears();
}
