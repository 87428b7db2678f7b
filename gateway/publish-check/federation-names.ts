import { type ConstDirectiveNode, type ConstValueNode, type DocumentNode, Kind } from 'graphql';
import { ALLOWED, whyNot } from './allowed-directives.ts';
import { error, type Finding } from './finding.ts';

/** What the directives of one SDL are called: its own names may differ from federation's. */
export interface FederationNames {
  /** The directive that is meant; null for one that is not federation's. */
  meant(written: string): string | null;
  findings: Finding[];
}

const FEDERATION = /^https:\/\/specs\.apollo\.dev\/federation\/v2\.[0-9]$/;
const PREFIX = 'federation__';
const TYPES = new Set(['FieldSet', 'Scope']);
const OF_GRAPHQL = new Set(['deprecated', 'specifiedBy', 'oneOf']);

/** Reads `@link`, and refuses every one that is not of federation 2.0 to 2.9. */
export function readFederationNames(document: DocumentNode): FederationNames {
  const links = document.definitions.flatMap((definition) =>
    definition.kind === Kind.SCHEMA_DEFINITION || definition.kind === Kind.SCHEMA_EXTENSION
      ? (definition.directives ?? []).filter(({ name }) => name.value === 'link')
      : [],
  );
  const findings: Finding[] = [];
  const names = new Map<string, string>();
  for (const [index, link] of links.entries()) {
    const refuse = (message: string): void => void findings.push(error('LINK_NOT_ALLOWED', message, lineOf(link)));
    const given = new Map(link.arguments?.map(({ name, value }) => [name.value, value]));
    const url = textOf(given.get('url'));
    if (url === undefined || !FEDERATION.test(url)) {
      refuse(
        `A @link to ${url ?? 'something'} is not taken: only https://specs.apollo.dev/federation/v2.0 to v2.9 are.`,
      );
      continue;
    }
    if (index > 0) refuse('There is more than one @link, and the hub could not tell which of them names mean.');
    if (given.has('for')) refuse('A @link of federation has no `for`.');
    if (given.has('as')) refuse('@link(as:) is not taken: name what is used in its import.');
    for (const { name, as } of importsOf(given.get('import'))) {
      const problem = problemOf(name, as, names);
      if (problem) refuse(problem);
      else if (name.startsWith('@')) names.set(as.slice(1), name.slice(1));
    }
  }
  const meantWithLink = (written: string): string | null => {
    if (OF_GRAPHQL.has(written) || written === 'link' || written === 'cacheControl') return written;
    if (written.startsWith(PREFIX)) return written.slice(PREFIX.length);
    return names.get(written) ?? null;
  };
  return { meant: links.length > 0 ? meantWithLink : (written) => written, findings };
}

function problemOf(name: string, as: string, known: ReadonlyMap<string, string>): string | null {
  if (!name) return 'An import is a name such as "@key", or `{ name: "@key", as: "@primary" }`.';
  if (!name.startsWith('@')) {
    return TYPES.has(name) && !as.startsWith('@')
      ? null
      : `The import ${name} is not taken: ${[...TYPES].join(' and ')} are.`;
  }
  const directive = name.slice(1);
  if (!ALLOWED.has(directive)) return `${name} may not be imported: ${whyNot(directive)}.`;
  const alias = as.slice(1);
  if (!as.startsWith('@') || alias.includes('__')) return `${name} cannot be imported as ${as}.`;
  if (known.has(alias)) return `${as} is imported twice.`;
  if (alias !== directive && (ALLOWED.has(alias) || OF_GRAPHQL.has(alias) || alias === 'link')) {
    return `${name} is imported as ${as}, which is another directive's name. Give it one of its own.`;
  }
  return null;
}

/** An import that is not understood has no name. */
function importsOf(value: ConstValueNode | undefined): { name: string; as: string }[] {
  if (!value) return [];
  if (value.kind !== Kind.LIST) return [{ name: '', as: '' }];
  return value.values.map((entry) => {
    if (entry.kind === Kind.STRING) return { name: entry.value, as: entry.value };
    const fields = new Map(entry.kind === Kind.OBJECT ? entry.fields.map((one) => [one.name.value, one.value]) : []);
    const name = textOf(fields.get('name')) ?? '';
    return { name, as: fields.has('as') ? (textOf(fields.get('as')) ?? '') : name };
  });
}

const textOf = (value: ConstValueNode | undefined): string | undefined =>
  value?.kind === Kind.STRING ? value.value : undefined;

const lineOf = ({ loc }: ConstDirectiveNode): number | undefined => loc?.startToken.line;
