import {
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  Kind,
  parse,
  print,
  type TypeDefinitionNode,
  type TypeNode,
} from 'graphql';
import { readSubgraphs, stringArgument } from '../engine/subgraph.ts';
import { NEEDS_NOTHING, type Need, needOf } from './need.ts';

/** A supergraph as the check compares it with another: who answers what, who may see it, and what clients can name. */
export interface Surface {
  /** Object types and interfaces. */
  types: Map<string, TypeFacts>;
  /** The fields of object types, as `Type.field`. */
  fields: Map<string, FieldFacts>;
  /** What clients can name, by its coordinate. */
  visible: Map<string, Visible>;
}

export interface TypeFacts {
  isInterface: boolean;
  interfaces: readonly string[];
  subgraphs: ReadonlySet<string>;
  /** By subgraph; those by which it can be asked, and those by which it only refers. */
  keys: Map<string, Set<string>>;
  interfaceObjectIn: ReadonlySet<string>;
  need: Need;
  isHidden: boolean;
}

export interface FieldFacts {
  type: string;
  field: string;
  value: string;
  /** The subgraphs that are asked for it. */
  owners: ReadonlySet<string>;
  need: Need;
  isHidden: boolean;
  /** Field sets, by the subgraph whose field it is. */
  requires: Map<string, string>;
  provides: Map<string, string>;
}

export interface Visible {
  subgraphs: ReadonlySet<string>;
  /** What would break whoever uses it, when it changes. */
  text: string;
}

const MACHINERY = /^(join|link|core)__|__Scope$/;

export function readSurface(supergraph: string): Surface {
  const document = parse(supergraph);
  const surface: Surface = { types: new Map(), fields: new Map(), visible: new Map() };
  const names = subgraphNames(document);
  for (const definition of document.definitions) {
    if (!('name' in definition) || definition.kind === Kind.DIRECTIVE_DEFINITION || !isType(definition)) continue;
    if (!MACHINERY.test(definition.name.value)) readType(definition, surface, names);
  }
  return surface;
}

type SubgraphOf = (directive: ConstDirectiveNode) => string;

function subgraphNames(document: DocumentNode): SubgraphOf {
  const names = new Map(readSubgraphs(document, {}).map(({ enumValue, subgraph }) => [enumValue, subgraph.name]));
  return (directive) => {
    const graph = stringArgument(directive, 'graph') ?? '';
    return names.get(graph) ?? graph;
  };
}

const isType = (definition: object): definition is TypeDefinitionNode =>
  'kind' in definition && /TypeDefinition$/.test(String(definition.kind));

function readType(definition: TypeDefinitionNode, surface: Surface, subgraphOf: SubgraphOf): void {
  const name = definition.name.value;
  const joins = named(definition, 'join__type');
  const subgraphs = new Set(joins.map(subgraphOf));
  const isHidden = named(definition, 'inaccessible').length > 0;
  const show = (coordinate: string, by: ReadonlySet<string>, text: string): void => {
    if (!isHidden) surface.visible.set(coordinate, { subgraphs: by, text });
  };
  show(name, subgraphs, definition.kind);

  const isObject = definition.kind === Kind.OBJECT_TYPE_DEFINITION;
  if (isObject || definition.kind === Kind.INTERFACE_TYPE_DEFINITION) {
    const keys = new Map<string, Set<string>>();
    for (const join of joins) {
      const key = stringArgument(join, 'key');
      if (key !== undefined) keys.set(subgraphOf(join), (keys.get(subgraphOf(join)) ?? new Set()).add(key));
    }
    surface.types.set(name, {
      isInterface: !isObject,
      interfaces: definition.interfaces?.map((one) => one.name.value) ?? [],
      subgraphs,
      keys,
      interfaceObjectIn: new Set(joins.filter((join) => isSet(join, 'isInterfaceObject')).map(subgraphOf)),
      need: isObject ? needOf(definition.directives) : NEEDS_NOTHING,
      isHidden,
    });
    for (const join of named(definition, 'join__implements')) {
      show(`${name} implements ${stringArgument(join, 'interface')}`, new Set([subgraphOf(join)]), '');
    }
    for (const field of definition.fields ?? []) {
      const facts = readField(name, field, subgraphs, subgraphOf);
      if (isObject) surface.fields.set(`${name}.${field.name.value}`, facts);
      if (facts.isHidden) continue;
      show(`${name}.${facts.field}`, facts.owners, print(field.type));
      for (const argument of field.arguments ?? []) {
        if (named(argument, 'inaccessible').length > 0) continue;
        show(`${name}.${facts.field}(${argument.name.value}:)`, facts.owners, inputText(argument));
      }
    }
  }
  if (definition.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION) {
    for (const field of definition.fields ?? []) {
      if (named(field, 'inaccessible').length > 0) continue;
      const own = new Set(named(field, 'join__field').map(subgraphOf));
      show(`${name}.${field.name.value}`, own.size > 0 ? own : subgraphs, inputText(field));
    }
  }
  if (definition.kind === Kind.ENUM_TYPE_DEFINITION) {
    for (const value of definition.values ?? []) {
      if (named(value, 'inaccessible').length > 0) continue;
      show(`${name}.${value.name.value}`, new Set(named(value, 'join__enumValue').map(subgraphOf)), '');
    }
  }
  for (const member of named(definition, 'join__unionMember')) {
    show(`${name} = ${stringArgument(member, 'member')}`, new Set([subgraphOf(member)]), '');
  }
}

function readField(
  type: string,
  node: FieldDefinitionNode,
  subgraphs: ReadonlySet<string>,
  subgraphOf: SubgraphOf,
): FieldFacts {
  const joins = named(node, 'join__field').filter((join) => stringArgument(join, 'graph') !== undefined);
  const answering = joins.filter((join) => !isSet(join, 'external') && !isSet(join, 'usedOverridden'));
  const fieldSets = (argument: string): Map<string, string> =>
    new Map(
      joins.flatMap((join) => {
        const fieldSet = stringArgument(join, argument);
        return fieldSet === undefined ? [] : [[subgraphOf(join), fieldSet] as const];
      }),
    );
  return {
    type,
    field: node.name.value,
    value: namedType(node.type),
    owners: joins.length > 0 ? new Set(answering.map(subgraphOf)) : subgraphs,
    need: needOf(node.directives),
    isHidden: named(node, 'inaccessible').length > 0,
    requires: fieldSets('requires'),
    provides: fieldSets('provides'),
  };
}

const inputText = ({ type, defaultValue }: InputValueDefinitionNode): string =>
  print(type) + (defaultValue ? ` = ${print(defaultValue)}` : '');

const named = (
  node: { readonly directives?: readonly ConstDirectiveNode[] | undefined },
  name: string,
): ConstDirectiveNode[] => node.directives?.filter((directive) => directive.name.value === name) ?? [];

function isSet({ arguments: given }: ConstDirectiveNode, name: string): boolean {
  const value = given?.find((argument) => argument.name.value === name)?.value;
  return value?.kind === Kind.BOOLEAN && value.value;
}

const namedType = (type: TypeNode): string => (type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type));
