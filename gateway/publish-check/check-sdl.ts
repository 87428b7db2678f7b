import { type ConstDirectiveNode, type DocumentNode, Kind } from 'graphql';
import { ALLOWED, whyNot } from './allowed-directives.ts';
import { type DirectiveUse, type Inventory, takeInventory } from './directive-uses.ts';
import { type FederationNames, readFederationNames } from './federation-names.ts';
import { error, type Finding } from './finding.ts';
import { readSdl } from './read-sdl.ts';

export interface CheckedSdl {
  findings: Finding[];
  /** Null where the SDL could not be read. */
  inventory: Inventory | null;
  meant: FederationNames['meant'];
}

const ACCESS = new Set(['authenticated', 'requiresScopes']);
const ACCESS_ON = new Set<Kind>([Kind.OBJECT_TYPE_DEFINITION, Kind.OBJECT_TYPE_EXTENSION]);
const MOST_ALTERNATIVES = 32;
/** A field set is parsed again, so its length counts for more than its one token. */
const LONGEST_TEXT = 4_000;
/** Names that subgraph libraries print of themselves, used or not. */
const OF_FEDERATION = /^(federation|link)__\w+$/;
const BUILT_IN = new Set(['skip', 'include', 'deprecated', 'specifiedBy', 'oneOf', 'defer', 'stream']);

/** What can be said of an SDL by itself, before anything is made of it. */
export function checkSdl(sdl: string): CheckedSdl {
  const read = readSdl(sdl);
  if ('findings' in read) return { findings: read.findings, inventory: null, meant: () => null };
  const names = readFederationNames(read.document);
  const inventory = takeInventory(read.document);
  const findings = [
    ...names.findings,
    ...definedDirectives(read.document, inventory, names.meant),
    ...inventory.names.flatMap(({ name, line }) => reserved(name, line)),
    ...inventory.uses.flatMap((use) => checkUse(use, names.meant)),
  ];
  return { findings, inventory, meant: names.meant };
}

/** The names of composition's machinery, of introspection, and those that every object of JavaScript has. */
function reserved(name: string, line: number | undefined): Finding[] {
  const isMachinery = name.includes('__') && !OF_FEDERATION.test(name);
  if (!isMachinery && !(name in Object.prototype)) return [];
  return [error('RESERVED_NAME', `The name \`${name}\` is reserved. Give it another.`, line)];
}

function definedDirectives(
  { definitions }: DocumentNode,
  { uses }: Inventory,
  meant: FederationNames['meant'],
): Finding[] {
  const used = new Set(uses.map(({ directive }) => directive.name.value));
  return definitions.flatMap((definition): Finding[] => {
    if (definition.kind !== Kind.DIRECTIVE_DEFINITION) return [];
    const name = definition.name.value;
    const line = definition.loc?.startToken.line;
    if (BUILT_IN.has(name))
      return [error('RESERVED_NAME', `@${name} is defined by GraphQL or federation itself.`, line)];
    if (used.has(name) || name === 'link' || OF_FEDERATION.test(name) || isAllowed(name, meant)) return []; // where it is used and not allowed, that is told there
    const message = `@${name} is defined and not used; the hub leaves it out.`;
    return [{ severity: 'warning', code: 'DIRECTIVE_UNUSED', message, ...(line === undefined ? {} : { line }) }];
  });
}

const isAllowed = (written: string, meant: FederationNames['meant']): boolean => ALLOWED.has(meant(written) ?? '');

function checkUse({ directive, coordinate, on, within }: DirectiveUse, meant: FederationNames['meant']): Finding[] {
  const written = directive.name.value;
  const name = meant(written);
  const line = directive.loc?.startToken.line;
  if (name === 'link' && coordinate === 'schema') return []; // told already
  if (name === null && ALLOWED.has(written)) {
    const message = `@${written} on ${coordinate} is not imported: name it in the import of the @link.`;
    return [error('DIRECTIVE_NOT_ALLOWED', message, line)];
  }
  if (!ALLOWED.has(name ?? '')) {
    const message = `@${written} on ${coordinate} is not taken: ${whyNot(name ?? written)}.`;
    return [error('DIRECTIVE_NOT_ALLOWED', message, line)];
  }
  const long = directive.arguments?.find(
    ({ value }) => value.kind === Kind.STRING && value.value.length > LONGEST_TEXT,
  );
  if (long) {
    const message = `@${written} on ${coordinate} has a text of more than ${LONGEST_TEXT} characters.`;
    return [error('SDL_TOO_LARGE', message, line)];
  }
  if (name === 'override' && directive.arguments?.some((argument) => argument.name.value === 'label')) {
    return [
      error('OVERRIDE_BY_SHARE', `${coordinate} cannot move by a label: the hub moves a field or leaves it.`, line),
    ];
  }
  if (!ACCESS.has(name ?? '')) return [];
  const isOnField = on === Kind.FIELD_DEFINITION;
  if (!ACCESS_ON.has(within) || !(isOnField || ACCESS_ON.has(on))) {
    const message = `@${written} on ${coordinate} is not taken: only object types and their fields have rights. Put it on these.`;
    return [error('ACCESS_MISPLACED', message, line)];
  }
  if (alternativesIn(directive) <= MOST_ALTERNATIVES) return [];
  return [
    error('ACCESS_TOO_WIDE', `@${written} on ${coordinate} has more than ${MOST_ALTERNATIVES} alternatives.`, line),
  ];
}

function alternativesIn({ arguments: given = [] }: ConstDirectiveNode): number {
  const scopes = given.find(({ name }) => name.value === 'scopes')?.value;
  return scopes?.kind === Kind.LIST ? scopes.values.length : 0;
}
