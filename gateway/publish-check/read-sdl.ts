import {
  type DocumentNode,
  GraphQLError,
  isTypeSystemDefinitionNode,
  isTypeSystemExtensionNode,
  Lexer,
  parse,
  Source,
  TokenKind,
} from 'graphql';
import { error, type Finding } from './finding.ts';

/** The largest of the hub has 36 KB. */
export const SDL_LIMITS = { bytes: 1024 * 1024, tokens: 100_000, depth: 24 };

export type Read = { document: DocumentNode } | { findings: Finding[] };

const OPENING: ReadonlySet<string> = new Set([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const CLOSING: ReadonlySet<string> = new Set([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);

/** Parses an SDL that a stranger wrote: what is too large or too deep is refused before anything recursive sees it. */
export function readSdl(sdl: string): Read {
  const bytes = Buffer.byteLength(sdl);
  if (bytes > SDL_LIMITS.bytes) {
    return refuse(error('SDL_TOO_LARGE', `The SDL has ${bytes} bytes; ${SDL_LIMITS.bytes} are the most.`));
  }
  try {
    const tooMuch = countTokens(sdl);
    if (tooMuch) return refuse(tooMuch);
    const document = parse(sdl);
    const stray = document.definitions.find(
      (definition) => !isTypeSystemDefinitionNode(definition) && !isTypeSystemExtensionNode(definition),
    );
    if (!stray) return { document };
    const message = 'The SDL holds an operation or a fragment; it is made of types alone.';
    return refuse(error('NO_TYPE_SYSTEM', message, stray.loc?.startToken.line));
  } catch (problem) {
    const message = problem instanceof Error ? problem.message : String(problem);
    const line = problem instanceof GraphQLError ? problem.locations?.[0]?.line : undefined;
    return refuse(error('SYNTAX_ERROR', message, line));
  }
}

function countTokens(sdl: string): Finding | null {
  const lexer = new Lexer(new Source(sdl));
  let depth = 0;
  for (let count = 1; ; count++) {
    const { kind, line } = lexer.advance();
    if (kind === TokenKind.EOF) return null;
    if (count > SDL_LIMITS.tokens) {
      return error('SDL_TOO_LARGE', `The SDL has more than ${SDL_LIMITS.tokens} tokens.`, line);
    }
    if (OPENING.has(kind)) depth++;
    if (CLOSING.has(kind)) depth--;
    if (depth > SDL_LIMITS.depth) {
      return error('SDL_TOO_DEEP', `More than ${SDL_LIMITS.depth} brackets are open at once.`, line);
    }
  }
}

const refuse = (finding: Finding): Read => ({ findings: [finding] });
