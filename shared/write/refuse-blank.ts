import { Invalid } from '../errors/domain-error.ts';

/** Throws INVALID, naming the field, for a text that says nothing; null says so openly. */
export function refuseBlank(texts: Record<string, string | null>): void {
  for (const [field, text] of Object.entries(texts)) {
    if (text !== null && text.trim() === '') throw new Invalid(`\`${field}\` is blank. Put it into words.`, { field });
  }
}
