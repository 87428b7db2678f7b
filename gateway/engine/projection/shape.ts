import type { FieldNode } from 'graphql';
import type { Refusal } from '../access/refusal.ts';
import type { Tree } from '../tree.ts';

/** What the client asked of an object of one type, in the order of the answer. */
export interface Shape {
  fields: FieldShape[];
  /** Why such an object is null instead. */
  refusal: Refusal | null;
}

export type FieldShape = DataField | TypenameField | IntrospectionField | RefusedField;

interface Keys {
  /** The key in the answer. */
  key: string;
  /** The key in the merged tree. */
  from: string;
}

export interface DataField extends Keys {
  kind: 'data';
  /** `Type.field`, as the schema calls it. */
  coordinate: string;
  type: TypeShape;
}

export interface TypenameField extends Keys {
  kind: 'typename';
  coordinate: string;
  /** Null where only an interface of the object is known. */
  type: string | null;
}

export interface IntrospectionField extends Keys {
  kind: 'introspection';
  nodes: FieldNode[];
}

/** What was never fetched, because its caller may not see it. */
export interface RefusedField extends Keys {
  kind: 'refused';
  refusal: Refusal;
  mayBeNull: boolean;
}

export type TypeShape = NonNullShape | ListShape | LeafShape | ObjectShape;

export interface NonNullShape {
  kind: 'nonNull';
  of: Exclude<TypeShape, NonNullShape>;
}

export interface ListShape {
  kind: 'list';
  of: TypeShape;
}

export interface LeafShape {
  kind: 'leaf';
  /** Gives the value as the schema wants it; throws a GraphQLError where it is none of the type's. */
  read(value: unknown): unknown;
  /** Gives the JSON text of a value that is one of the type's as it stands; undefined for any other. */
  write(value: unknown): string | undefined;
}

export interface ObjectShape {
  kind: 'object';
  /** By the object's own word on its type; undefined where clients do not know such a type here. */
  shapeOf(object: Tree): Shape | undefined;
}
