/** Who signed a token that `hub token` printed; trusted only where the hub is tried out. */
export const LOCAL_ISSUER = 'urn:hub:local';

/** For whom such a token is. */
export const LOCAL_AUDIENCE = 'urn:hub';

export const LOCAL_ALGORITHM = 'EdDSA';
