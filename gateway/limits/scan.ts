import { GraphQLError, Lexer, Source, TokenKind } from 'graphql';
import type { DocumentLimits } from './limits.ts';
import { refusal } from './refusal.ts';

const OPENS: ReadonlySet<TokenKind> = new Set([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const CLOSES: ReadonlySet<TokenKind> = new Set([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);

/**
 * Looks at a document's tokens, no further than the limits, before a parser works on it: one that is nested deeply
 * enough ends the parser's stack. Undefined where there is nothing against parsing it.
 */
export function refusedUnparsed(text: string, { tokens, nesting }: DocumentLimits): GraphQLError | undefined {
  const lexer = new Lexer(new Source(text));
  let open = 0;
  try {
    for (let count = 0; lexer.advance().kind !== TokenKind.EOF; ) {
      if (++count > tokens) return tooManyTokens(tokens);
      if (OPENS.has(lexer.token.kind) && ++open > nesting) return tooNested(nesting);
      if (CLOSES.has(lexer.token.kind)) open--;
    }
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error; // else the parser says what is wrong
  }
  return undefined;
}

const tooManyTokens = (limit: number): GraphQLError =>
  refusal(
    'TOO_MANY_TOKENS',
    `The document has more than ${limit} tokens (words and signs). Send it in parts, and long values as variables.`,
    { limit },
  );

const tooNested = (limit: number): GraphQLError =>
  refusal('TOO_DEEP', `The document has brackets more than ${limit} deep. Send nested values as variables.`, {
    limit,
  });
