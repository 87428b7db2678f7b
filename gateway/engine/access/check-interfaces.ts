import { type GraphQLSchema, isInterfaceType } from 'graphql';
import { both, isAsStrict, type Requirement } from './requirement.ts';

/**
 * Throws where an interface asks more than its object types do together: they alone are judged, so nobody would ask for the rest.
 * Composition writes on an interface what its types ask; some write there what a subgraph has put on the interface itself.
 */
export function checkInterfaces(schema: GraphQLSchema, at: (coordinate: string) => readonly Requirement[]): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isInterfaceType(type)) continue;
    const objects = schema.getPossibleTypes(type).map(({ name }) => name);
    check(type.name, objects);
    for (const field of Object.keys(type.getFields())) {
      check(
        `${type.name}.${field}`,
        objects.map((name) => `${name}.${field}`),
      );
    }
  }

  function check(coordinate: string, objects: readonly string[]): void {
    const own = at(coordinate);
    if (own.length === 0) return;
    const requirements = objects.flatMap(at);
    const together = requirements.map(({ alternatives }) => alternatives).reduce(both, [[]]);
    if (requirements.length > 0 && own.every(({ alternatives }) => isAsStrict(together, alternatives))) return;
    throw new Error(
      `The supergraph asks more for ${coordinate} than for that of the interface's types, and only types are judged. ` +
        'Put the directive on the object types and compose the subgraphs again.',
    );
  }
}
