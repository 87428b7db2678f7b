const KEYWORDS = new Set(['query', 'mutation', 'subscription', 'fragment']);

/** The name of an operation of which the text, or the name alone, is known: the text itself is not for the log. */
export function operationName(text: string): string | undefined {
  const [, name] = /^(?:(?:query|mutation|subscription)\s+)?([_A-Za-z]\w*)(?![^\s({@])/.exec(text) ?? [];
  return name && !KEYWORDS.has(name) ? name : undefined;
}
