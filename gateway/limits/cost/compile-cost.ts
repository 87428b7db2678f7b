import {
  type DirectiveNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { type Amount, product, sum } from './cost.ts';
import { givenTo, type ReadVariable, variableReader } from './given.ts';
import { ASSUMED_SIZE, sizesOf } from './list-size.ts';
import type { Prices } from './prices.ts';

/** For `__schema` and `__type`: they are answered from memory, whatever they select. */
const INTROSPECTION = 100;
/** For each write, beside what it gives. */
const WRITE = 10;

export interface Priced {
  schema: GraphQLSchema;
  prices: Prices;
}

/**
 * Works out what a validated operation may cost, by federation's rules: each object 1, each leaf nothing, unless `@cost`
 * says otherwise; a list as many times what its entries cost as `@listSize` or its arguments say. An upper bound: all
 * members of a union count, and a field that is asked for twice counts twice.
 *
 * Its fragments are written out, so nothing may come here that is not bounded in fields.
 */
export function compileCost(
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  { schema, prices }: Priced,
): Amount {
  const read = variableReader(operation);
  const root = schema.getRootType(operation.operation);
  if (!root) return 0;

  const ofSet = (parent: GraphQLNamedType, { selections }: SelectionSetNode, sizes: Sizes): Amount =>
    sum(selections.map((selection) => product(isAsked(selection, read), ofSelection(parent, selection, sizes))));

  const ofSelection = (parent: GraphQLNamedType, selection: SelectionNode, sizes: Sizes): Amount => {
    if (selection.kind === Kind.FIELD) return ofField(parent, selection, sizes);
    const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
    if (!fragment) return 0;
    const condition = fragment.typeCondition?.name.value;
    return ofSet((condition && schema.getType(condition)) || parent, fragment.selectionSet, sizes);
  };

  const ofField = (parent: GraphQLNamedType, node: FieldNode, sizes: Sizes): Amount => {
    const name = node.name.value;
    if (name === '__schema' || name === '__type') return INTROSPECTION;
    const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
    if (!field) return 0; // `__typename`

    const place = `${parent.name}.${name}`;
    const type = getNamedType(field.type);
    const each = prices.weights.get(place) ?? prices.weights.get(type.name) ?? (isCompositeType(type) ? 1 : 0);
    const { own, beneath } = sizesOf(node, field, prices.sizes.get(place), read);
    const size = product(sizes.get(name) ?? own, listsWithin(field.type));
    const below = node.selectionSet ? ofSet(type, node.selectionSet, beneath) : 0;
    const given = (node.arguments ?? []).map((one) => prices.weights.get(`${place}.${one.name.value}`) ?? 0);
    return sum([...given, parent === schema.getMutationType() ? WRITE : 0, product(size, sum([each, below]))]);
  };

  return ofSet(root, operation.selectionSet, new Map());
}

type Sizes = ReadonlyMap<string, Amount>;

/** How many times a list of lists is one of the lists in it. */
function listsWithin(type: GraphQLOutputType): number {
  const outer = isNonNullType(type) ? type.ofType : type;
  if (!isListType(outer)) return 1;
  const inner = isNonNullType(outer.ofType) ? outer.ofType.ofType : outer.ofType;
  return isListType(inner) ? ASSUMED_SIZE * listsWithin(inner) : 1;
}

/** 1 where `@skip` and `@include` let it be, and else 0. */
function isAsked({ directives = [] }: SelectionNode, read: ReadVariable): Amount {
  return directives.map((one) => conditionOf(one, read)).reduce(product, 1);
}

function conditionOf(directive: DirectiveNode, read: ReadVariable): Amount {
  const name = directive.name.value;
  if (name !== 'skip' && name !== 'include') return 1;
  const wanted = name === 'include';
  const field = { kind: Kind.FIELD, name: directive.name, arguments: directive.arguments } as FieldNode;
  const given = givenTo(field, [], ['if'], read);
  if ('value' in given) return given.value === wanted ? 1 : 0;
  return (variables) => (given.valueFor(variables) === wanted ? 1 : 0);
}
