/** Nobody's rights last longer than this without being asked for again: a token cannot be taken back. */
export const LONGEST_TOKEN_SECONDS = 24 * 60 * 60;
