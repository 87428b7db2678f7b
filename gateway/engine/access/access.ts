import {
  type DocumentNode,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isObjectType,
  Kind,
} from 'graphql';
import type { Ownership } from '../dependencies/ownership.ts';
import { meetRequired } from '../dependencies/required-fields.ts';
import { checkInterfaces } from './check-interfaces.ts';
import { type Requirement, Requirements } from './requirement.ts';

/** What `@authenticated` and `@requiresScopes` ask in one supergraph. All that is asked must be met. */
export interface Access {
  /** Whether everybody may see everything. */
  isOpen: boolean;
  /** Of an object, by its type. */
  ofType(type: string): readonly Requirement[];
  /**
   * Of an object type's field: what the type asks, what the field asks, what the type of its value asks, and what the
   * fields ask from which its owner works it out by `@requires`. Composition looks at these, but takes one alternative for all.
   */
  ofField(type: string, field: string): readonly Requirement[];
  /** The object types that an object may have of which no more is known than this type. */
  typesWithin(type: string): readonly string[];
  /** The named type of a field's value. */
  valueOf(type: string, field: string): string | undefined;
}

const NOTHING: readonly Requirement[] = [];

/**
 * Reads the access to the types of objects, and to their fields. What composition writes on an interface is made of what its types
 * ask: here each type is judged for itself.
 *
 * @param whole - with the hidden types and fields
 */
export function readAccess(supergraph: DocumentNode, whole: GraphQLSchema, ownership: Ownership): Access {
  const requirements = new Requirements();
  const asked = new Map<string, readonly Requirement[]>();
  for (const definition of supergraph.definitions) {
    switch (definition.kind) {
      case Kind.OBJECT_TYPE_DEFINITION:
      case Kind.INTERFACE_TYPE_DEFINITION:
        for (const field of definition.fields ?? []) {
          asked.set(`${definition.name.value}.${field.name.value}`, requirements.in(field.directives));
        }
        asked.set(definition.name.value, requirements.in(definition.directives));
        break;
      case Kind.SCALAR_TYPE_DEFINITION:
      case Kind.ENUM_TYPE_DEFINITION:
        asked.set(definition.name.value, requirements.in(definition.directives));
    }
  }
  const at = (coordinate: string): readonly Requirement[] => asked.get(coordinate) ?? NOTHING;
  checkInterfaces(whole, at);

  /** Without what `@requires` adds. */
  function ownOf(type: GraphQLNamedType, field: string): Requirement[] {
    if (!isObjectType(type)) return []; // its object types are met, too
    const declared = type.getFields()[field];
    const value = declared && getNamedType(declared.type);
    return [
      ...at(type.name),
      ...at(`${type.name}.${field}`),
      ...(value && !isAbstractType(value) ? at(value.name) : NOTHING),
    ];
  }

  const fields = new Map<string, readonly Requirement[]>();
  const within = new Map<string, readonly string[]>();

  return {
    isOpen: requirements.areNone,
    ofType: at,
    ofField(type, field) {
      const coordinate = `${type}.${field}`;
      const known = fields.get(coordinate);
      if (known) return known;
      const object = whole.getType(type);
      const all = new Set(object ? ownOf(object, field) : []);
      meetRequired(whole, ownership, type, field, (one, required) => {
        for (const requirement of ownOf(one, required)) all.add(requirement);
      });
      fields.set(coordinate, [...all]);
      return [...all];
    },
    typesWithin(name) {
      const known = within.get(name);
      if (known) return known;
      const names = objectsWithin(whole, name).map((type) => type.name);
      within.set(name, names);
      return names;
    },
    valueOf(type, field) {
      const object = whole.getType(type);
      const declared = isObjectType(object) ? object.getFields()[field] : undefined;
      return declared && getNamedType(declared.type).name;
    },
  };
}

function objectsWithin(schema: GraphQLSchema, name: string): readonly GraphQLObjectType[] {
  const type = schema.getType(name);
  if (isAbstractType(type)) return schema.getPossibleTypes(type);
  return isObjectType(type) ? [type] : [];
}
