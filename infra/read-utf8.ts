import { readFileSync } from 'node:fs';

/** The text of a file; null for what is something else than UTF-8, rather than names with holes in them. */
export function readUtf8(file: string): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

export const NOT_UTF8 = 'It is not UTF-8. Save it as "CSV UTF-8"';
