/** Who signed a token that `hub token` printed; trusted only where the hub is tried out. */
export const LOCAL_ISSUER = 'urn:hub:local';

/** For whom such a token is. */
export const LOCAL_AUDIENCE = 'urn:hub';

export const LOCAL_ALGORITHM = 'EdDSA';

/** Nobody's rights last longer than this without being asked for again: a token cannot be taken back. */
export const LONGEST_TOKEN_SECONDS = 24 * 60 * 60;
