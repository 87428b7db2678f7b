import { findTerritory, territoryOf, UnknownTerritory } from '../../shared/territory/territory.ts';
import { HttpProblem } from '../graphql-over-http/http-problem.ts';
import { isWithin } from './figure-pages.ts';
import type { Language, PublishedRelease } from './published-release.ts';

/** What the address of a file asks for beside the release. */
export interface Wish {
  language: Language;
  /** With all beneath it; undefined for all that the release covers. */
  territory: string | undefined;
}

/** Throws BAD_REQUEST where a parameter makes no sense; parameters that are not known are nobody's business. */
export function readWish(search: string): Wish {
  const parameters = new URLSearchParams(search);
  const language = parameters.get('language') ?? 'en';
  if (language !== 'en' && language !== 'pl') {
    throw new HttpProblem(400, 'BAD_REQUEST', 'The parameter `language` is `en` or `pl`.');
  }
  const territory = parameters.get('territory') ?? undefined;
  try {
    return { language, territory: territory === undefined ? undefined : territoryOf(territory).code };
  } catch (error) {
    if (error instanceof UnknownTerritory) throw new HttpProblem(400, 'BAD_REQUEST', error.message);
    throw error;
  }
}

/** Throws NOT_FOUND where the release says nothing of the territory, which is not to say that there is nobody. */
export function assertCovers({ territory: covered }: PublishedRelease, territory: string | undefined): void {
  if (territory === undefined || isWithin(territory, findTerritory(covered.code)?.path ?? covered.code)) return;
  const message = `The release covers ${covered.code} (${covered.name}) and all beneath it, not ${territory}.`;
  throw new HttpProblem(404, 'NOT_FOUND', message);
}
