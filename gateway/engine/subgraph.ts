import { type DirectiveNode, type DocumentNode, Kind } from 'graphql';

export interface Subgraph {
  name: string;
  url: string;
}

export interface DeclaredSubgraph {
  subgraph: Subgraph;
  /** How the supergraph's own directives call it: `INST_ITU` for `inst-itu`. */
  enumValue: string;
}

/** Reads `join__Graph`, where composition wrote down who is who. */
export function readSubgraphs(supergraph: DocumentNode, urls: Record<string, string>): DeclaredSubgraph[] {
  const graphs = supergraph.definitions.find(
    (definition) => definition.kind === Kind.ENUM_TYPE_DEFINITION && definition.name.value === 'join__Graph',
  );
  if (graphs?.kind !== Kind.ENUM_TYPE_DEFINITION) throw new Error('The supergraph has no join__Graph enum.');

  return (graphs.values ?? []).map((value) => {
    const declared = value.directives?.find((directive) => directive.name.value === 'join__graph');
    const name = (declared && stringArgument(declared, 'name')) ?? value.name.value;
    const url = Object.hasOwn(urls, name) ? urls[name] : declared && stringArgument(declared, 'url');
    return { subgraph: { name, url: url ?? '' }, enumValue: value.name.value };
  });
}

/** The text of an argument that is a string or an enum value. */
export function stringArgument(directive: DirectiveNode, name: string): string | undefined {
  const value = directive.arguments?.find((argument) => argument.name.value === name)?.value;
  return value?.kind === Kind.STRING || value?.kind === Kind.ENUM ? value.value : undefined;
}
