/** Why a token is refused; programs decide by it. */
export type TokenCode =
  /** A new one helps. */
  | 'TOKEN_EXPIRED'
  /** This one will never do. */
  | 'TOKEN_INVALID'
  /** It may do later: its issuer's keys cannot be had now. */
  | 'ISSUER_UNREACHABLE';

/** The message is for whoever sent the token, and has nothing of the token in it, nor of the keys. */
export class TokenRefused extends Error {
  readonly code: TokenCode;

  constructor(code: TokenCode, message: string) {
    super(message);
    this.name = new.target.name;
    this.code = code;
  }
}

export const invalidToken = (message: string): TokenRefused => new TokenRefused('TOKEN_INVALID', message);
