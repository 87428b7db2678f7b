/** What a caller hears of a bug; which one it is, the log hears. */
export const MISTAKE = 'The server made a mistake. It is in its log; please report it.';
