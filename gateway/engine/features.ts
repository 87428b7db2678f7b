import { type ConstDirectiveNode, type DocumentNode, Kind } from 'graphql';
import { stringArgument } from './subgraph.ts';

/** What a supergraph may need of its gateway; access is judged by the subgraphs, which hear who asks. */
const FULFILLED = new Set(['link', 'join', 'inaccessible', 'authenticated', 'requiresScopes', 'policy']);
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
    if (stringArgument(directive, 'for') !== undefined && !FULFILLED.has(name)) {
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
