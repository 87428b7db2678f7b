/** Why somebody works with data about people: one purpose for each token, each field for some of them alone. */
export const PURPOSES = [
  /** The Centre accompanies the person. */
  'CASE_WORK',
  /** A parent institution employs and pays the person. */
  'PAYROLL_HOST',
  /** The municipality looks whether an incentive went where it should. */
  'INCENTIVE_CONTROL',
  /** Counting, for releases. */
  'STATISTICS',
  /** Somebody looks into who looked. */
  'AUDIT',
  /** The person, or whoever acts for the person, asks what is kept. */
  'DATA_SUBJECT',
] as const;

export type Purpose = (typeof PURPOSES)[number];

export const isPurpose = (text: unknown): text is Purpose => PURPOSES.includes(text as Purpose);

/** The scope that a purpose is, so that a schema may ask for it with `@requiresScopes` like any gateway understands. */
export const purposeScope = (purpose: Purpose): string => `purpose:${purpose}`;
