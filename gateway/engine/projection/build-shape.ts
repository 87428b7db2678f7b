import {
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  isAbstractType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type SelectionSetNode,
} from 'graphql';
import type { Gate } from '../access/gate.ts';
import { isIntrospection } from '../plannable.ts';
import { own } from '../tree.ts';
import type { TreeKeys } from '../tree-keys.ts';
import { collectFields, type Selecting } from './collect-fields.ts';
import { leafReader, leafWriter } from './leaf.ts';
import type { FieldShape, NonNullShape, ObjectShape, Shape, TypeShape } from './shape.ts';

/** What shapes are built with. */
export interface Shaping extends Selecting {
  treeKey: TreeKeys;
  gate: Gate;
}

/** Works out what is to be read from the merged tree; types that no answer has are never looked at. */
export function buildShape(
  shaping: Shaping,
  type: GraphQLObjectType | GraphQLInterfaceType,
  selectionSets: SelectionSetNode[],
): Shape {
  const fields: FieldShape[] = [];
  for (const [key, nodes] of collectFields(shaping, type, selectionSets)) {
    const [node] = nodes;
    if (node) fields.push(fieldShape(shaping, type, key, node, nodes));
  }
  return { fields, refusal: null };
}

function fieldShape(
  shaping: Shaping,
  type: GraphQLObjectType | GraphQLInterfaceType,
  key: string,
  node: FieldNode,
  nodes: FieldNode[],
): FieldShape {
  const name = node.name.value;
  const from = shaping.treeKey(node);
  const coordinate = `${type.name}.${name}`;
  if (isIntrospection(node)) return { kind: 'introspection', key, from, nodes };
  if (name === '__typename') {
    return { kind: 'typename', key, from, coordinate, type: isObjectType(type) ? type.name : null };
  }

  const field = type.getFields()[name];
  if (!field) throw new Error(`The document was not validated: there is no field ${coordinate}.`);
  const refusal = shaping.gate.refusesField(type.name, name);
  if (refusal) return { kind: 'refused', key, from, refusal, mayBeNull: !isNonNullType(field.type) };
  return { kind: 'data', key, from, coordinate, type: typeShape(shaping, field.type, coordinate, nodes) };
}

function typeShape(shaping: Shaping, type: GraphQLOutputType, coordinate: string, nodes: FieldNode[]): TypeShape {
  if (!isNonNullType(type)) return nullableShape(shaping, type, coordinate, nodes);
  return { kind: 'nonNull', of: nullableShape(shaping, type.ofType, coordinate, nodes) };
}

function nullableShape(
  shaping: Shaping,
  type: GraphQLOutputType,
  coordinate: string,
  nodes: FieldNode[],
): NonNullShape['of'] {
  if (isListType(type)) return { kind: 'list', of: typeShape(shaping, type.ofType, coordinate, nodes) };
  if (isLeafType(type)) {
    return { kind: 'leaf', read: leafReader(type, coordinate), write: leafWriter(type) };
  }
  if (isNonNullType(type)) throw new Error(`The type of ${coordinate} is non-null twice.`);
  return objectShape(
    shaping,
    type,
    nodes.flatMap(({ selectionSet }) => selectionSet ?? []),
  );
}

function objectShape(shaping: Shaping, declared: GraphQLCompositeType, selectionSets: SelectionSetNode[]): ObjectShape {
  const shapes = new Map<string, Shape>();
  return {
    kind: 'object',
    shapeOf(object) {
      const type = isObjectType(declared) ? declared : typeOf(shaping, declared, own(object, '__typename'));
      if (!type) return undefined;

      let shape = shapes.get(type.name);
      if (!shape) {
        const refusal = shaping.gate.refusesObject(type.name);
        shape = refusal ? { fields: [], refusal } : buildShape(shaping, type, selectionSets);
        shapes.set(type.name, shape);
      }
      return shape;
    },
  };
}

/** A subgraph with an `@interfaceObject` knows the interface only, and the fields of that may be all that is asked. */
export function typeOf(
  { schema }: Pick<Selecting, 'schema'>,
  declared: GraphQLCompositeType,
  name: unknown,
): GraphQLObjectType | GraphQLInterfaceType | undefined {
  if (isInterfaceType(declared) && (name === undefined || name === declared.name)) return declared;
  const type = typeof name === 'string' ? schema.getType(name) : undefined;
  const isPossible = isAbstractType(declared) && (isObjectType(type) || isInterfaceType(type));
  return isPossible && schema.isSubType(declared, type) ? type : undefined;
}
