import type { Run } from '../../../shared/access-log/people.ts';
import { pseudonymsUnderLogKey } from '../../../shared/access-log/pseudonym.ts';

/** What the Centre's access log calls these people, by their uuids: a name that nobody else knows them by. */
export const logPseudonymsOf = (run: Run, uuids: readonly string[]): Promise<(string | null)[]> =>
  pseudonymsUnderLogKey(run, uuids);
