/** What the check says of a subgraph's SDL. An error keeps it from going live. */
export interface Finding {
  severity: 'error' | 'warning' | 'info';
  /** For programs. */
  code: FindingCode;
  /** For people: a whole sentence, with the way out where there is one. */
  message: string;
  /** In the SDL that is checked, from 1. */
  line?: number;
}

export type FindingCode =
  | 'SDL_TOO_LARGE'
  | 'SDL_TOO_DEEP'
  | 'SYNTAX_ERROR'
  | 'NO_TYPE_SYSTEM'
  | 'LINK_NOT_ALLOWED'
  | 'DIRECTIVE_NOT_ALLOWED'
  | 'DIRECTIVE_UNUSED'
  | 'RESERVED_NAME'
  | 'ACCESS_MISPLACED'
  | 'ACCESS_TOO_WIDE'
  | 'OVERRIDE_BY_SHARE'
  | 'ADDRESS_NOT_ALLOWED'
  | 'OTHER_SUBGRAPH'
  | 'COMPOSITION_FAILED'
  | 'MUTATION_OPEN'
  | 'RIGHTS_LOST'
  | 'RIGHTS_NARROWED'
  | 'MADE_VISIBLE'
  | 'PROTECTED_KEY'
  | 'PROTECTED_READ'
  | 'READS_OTHERS'
  | 'TAKES_OVER'
  | 'ANSWERS_TOO'
  | 'PROVIDES_OTHERS'
  | 'EXTENDS_INTERFACE'
  | 'CHANGES_OTHERS'
  | 'SUPERGRAPH_INVALID'
  | 'PLANNING_FAILED'
  | 'BREAKING_CHANGE';

/** What whoever publishes has looked at, and means. */
export interface Allowed {
  /** That more, or fewer, may see what is protected. */
  rights: boolean;
  /** That one subgraph answers for another, or changes what is another's. */
  takeover: boolean;
}

export const NOTHING_ALLOWED: Allowed = { rights: false, takeover: false };

export const error = (code: FindingCode, message: string, line?: number): Finding => ({
  severity: 'error',
  code,
  message,
  ...(line === undefined ? {} : { line }),
});

export const isError = ({ severity }: Finding): boolean => severity === 'error';
