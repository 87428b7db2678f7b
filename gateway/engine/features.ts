import { type ConstDirectiveNode, type DocumentNode, Kind } from 'graphql';
import { stringArgument } from './subgraph.ts';

/** The engine knows these directives by their own names alone. */
const ACCESS = new Set(['authenticated', 'requiresScopes']);
/** What a supergraph may need of its gateway. Not `policy`: nobody here could say what its names stand for. */
const FULFILLED = new Set(['link', 'join', 'inaccessible', ...ACCESS]);
/** Earlier ones do not say which subgraph has which members of a union, and the planner finds no way to them. */
const JOIN_VERSIONS = ['v0.3', 'v0.4', 'v0.5'];

/**
 * Throws where the supergraph needs a feature for its execution or security that the engine does not have: such a
 * supergraph would be answered wrongly rather than not at all (`@fromContext` arguments would be left out).
 */
export function checkFeatures(supergraph: DocumentNode): void {
  for (const directive of schemaDirectives(supergraph)) {
    const url = stringArgument(directive, directive.name.value === 'core' ? 'feature' : 'url') ?? '';
    const [name = '', version = ''] = url.split('/').slice(-2);
    if (name === 'join' && !JOIN_VERSIONS.includes(version)) {
      throw new Error(
        `The supergraph is written in join ${version}; the engine reads ${JOIN_VERSIONS.join(', ')}. ` +
          'Compose the subgraphs again with a composition of Federation 2.',
      );
    }
    const isRenamed = directive.arguments?.some(
      (argument) => argument.name.value === 'as' || argument.name.value === 'import',
    );
    if (ACCESS.has(name) && isRenamed) {
      throw new Error(
        `The supergraph gives @${name} another name, by which nobody would enforce it. Compose it without "as" and "import".`,
      );
    }
    if ((stringArgument(directive, 'for') !== undefined || name === 'policy') && !FULFILLED.has(name)) {
      throw new Error(
        `The supergraph needs "${name}" (${url}), which the engine does not have: answers would be wrong. ` +
          'Compose the subgraphs without it.',
      );
    }
  }
}

function schemaDirectives({ definitions }: DocumentNode): ConstDirectiveNode[] {
  return definitions
    .flatMap((definition) =>
      definition.kind === Kind.SCHEMA_DEFINITION || definition.kind === Kind.SCHEMA_EXTENSION
        ? (definition.directives ?? [])
        : [],
    )
    .filter(({ name }) => name.value === 'link' || name.value === 'core');
}
