import type { Language, Place } from './published-release.ts';

export const LEVELS: Record<Language, Record<Place['level'], string>> = {
  en: { EUROPEAN: 'European', NATIONAL: 'national', REGIONAL: 'regional', LOCAL: 'local' },
  pl: { EUROPEAN: 'europejski', NATIONAL: 'krajowy', REGIONAL: 'regionalny', LOCAL: 'lokalny' },
};

/** What `c` means, wherever it stands. */
export const NOT_PUBLISHED: Record<Language, string> = {
  en: 'c: not published, so that nobody can be found out. A territory that is not listed has 0 in every count.',
  pl: 'c: nie publikuje się, aby nikogo nie można było rozpoznać. Terytorium, którego nie ma na liście, ma 0 w każdej liczebności.',
};
