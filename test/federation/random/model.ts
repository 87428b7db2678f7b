/** One graph, as one schema would have it, and who of the subgraphs has which part of it. */
export interface Model {
  /** What the data are made of, beside their places. */
  seed: number;
  /** Whether resolvers may fail. */
  mayFail: boolean;
  subgraphs: string[];
  objects: ObjectModel[];
  abstracts: AbstractModel[];
}

/**
 * An entity is found by its keys in every subgraph that knows it; a value has the same fields wherever it is; of a
 * composite each subgraph has its own fields, and all give it in the same root field.
 */
export interface ObjectModel {
  kind: 'root' | 'entity' | 'value' | 'composite';
  name: string;
  fields: FieldModel[];
  /** Of an entity, by subgraph; the first subgraph has all of them. */
  keys: Map<string, string[]>;
}

export interface FieldModel {
  name: string;
  /** The type as SDL. */
  type: string;
  /** The definitions of the arguments as SDL. */
  args: ArgModel[];
  /** The subgraphs that resolve it; empty where all that know the type do. */
  homes: string[];
  /** Never fails, nor does anything beneath it. */
  isSafe?: boolean;
  requires?: Requirement;
  /** Who had the field before, and would give something else. */
  overrides?: string;
  /** Fields of the entity that come along although they are at home in another subgraph. */
  provides?: string[];
}

export interface ArgModel {
  name: string;
  type: string;
  defaultValue?: string;
}

export interface Requirement {
  field: string;
  /** The arguments that it is required with, as in SDL, and as values. */
  args: Record<string, unknown>;
  /** Of an object: the fields of it that are required. */
  inner: string[];
}

export interface AbstractModel {
  kind: 'interface' | 'union' | 'entity-interface';
  name: string;
  members: string[];
  /** Of an interface: fields that all members have. */
  fields: FieldModel[];
  /** Of an entity interface: the only subgraph that knows its members; the others have it as an object. */
  home?: string;
}

export function objectOf(model: Model, name: string): ObjectModel | undefined {
  return model.objects.find((object) => object.name === name);
}

export function abstractOf(model: Model, name: string): AbstractModel | undefined {
  return model.abstracts.find((abstract) => abstract.name === name);
}

/** The named type within lists and non-nulls. */
export function namedType(type: string): string {
  return type.replace(/[[\]!]/g, '');
}
