import {
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isListType,
  isNonNullType,
  isObjectType,
  type SelectionSetNode,
} from 'graphql';
import { typeOf } from '../projection/build-shape.ts';
import { collectFields, type Selecting } from '../projection/collect-fields.ts';
import { isTree, own, type Tree } from '../tree.ts';
import type { TreeKeys } from '../tree-keys.ts';
import { anyOf, type Dependency, ofAnything, ofEntity, ofList, uuidIn } from './dependency.ts';
import type { Ownership } from './ownership.ts';
import { requiredFacts } from './required-facts.ts';

/** Gives all that the answer in a merged tree depends on. */
export type Dependencies = (tree: Tree) => ReadonlySet<Dependency>;

export interface Depending extends Selecting {
  treeKey: TreeKeys;
  ownership: Ownership;
  /** The hidden parts included: what is required may be hidden. */
  whole: GraphQLSchema;
}

/** Notes what a value of the tree depends on. */
type Visit = (value: unknown, found: Set<Dependency>) => void;
type Fielded = GraphQLObjectType | GraphQLInterfaceType;

/**
 * Works out once for a document where in its answers the entities stand, under which key their ids, and whose facts are
 * told of them. What is no entity (an amount of money, a page of a list) is told of the nearest entity around it.
 */
export function compileDependencies(
  depending: Depending,
  root: GraphQLObjectType,
  selectionSets: SelectionSetNode[],
): Dependencies {
  const { schema, treeKey, ownership } = depending;

  function rootVisit(type: GraphQLObjectType, sets: SelectionSetNode[]): Visit {
    const always: Dependency[] = [];
    const children: Visit[] = [];
    for (const [node, nodes] of fieldsOf(type, sets)) {
      const field = type.getFields()[node.name.value];
      if (!field) continue;
      const owners = ownership.ownersOf(type.name, field.name);
      const named = getNamedType(field.type);
      const inner = innerOf(nodes);
      const from = treeKey(node);
      const isList = isListType(isNonNullType(field.type) ? field.type.ofType : field.type);
      const listed = isEntity(named) ? named : listedIn(named, inner);
      const whole = owners.map((owner) => (listed ? ofList(owner, listed.name) : ofAnything(owner)));

      if (isList || !isLookup(named)) always.push(...whole);
      else children.push((tree, found) => void (own(tree as Tree, from) ?? addAll(whole, found)));
      const visit = isCompositeType(named) && visitOf(named, inner, isList ? [] : owners);
      if (visit) children.push(child(from, visit));
    }
    return (value, found) => {
      addAll(always, found);
      for (const visitChild of children) visitChild(value, found);
    };
  }

  /** @param knownBy - the subgraphs that say by a root field that there is such an entity */
  function visitOf(type: GraphQLCompositeType, sets: SelectionSetNode[], knownBy: readonly string[]): Visit | null {
    if (type === schema.getQueryType()) return rootVisit(type, sets);
    if (isObjectType(type)) return objectVisit(type, sets, knownBy);

    const visits = new Map<string, Visit | null>();
    return (value, found) => {
      const known = typeOf(depending, type, own(value as Tree, '__typename'));
      if (!known) return; // such an answer has an error
      let visit = visits.get(known.name);
      if (visit === undefined) {
        visit = objectVisit(known, sets, knownBy);
        visits.set(known.name, visit);
      }
      visit?.(value, found);
    };
  }

  function objectVisit(type: Fielded, sets: SelectionSetNode[], knownBy: readonly string[]): Visit | null {
    const children: Visit[] = [];
    const owners = new Set<string>();
    const always = new Set<Dependency>();
    const idKeys = ['id'];
    const isKeyed = isEntity(type);
    for (const [node, nodes] of fieldsOf(type, sets)) {
      const name = node.name.value;
      const field = type.getFields()[name];
      if (!field) continue;
      if (isKeyed) {
        if (name === 'id') idKeys.push(treeKey(node));
        const required = requiredFacts(depending.whole, ownership, type.name, name);
        for (const owner of [...ownership.ownersOf(type.name, name), ...required.owners]) owners.add(owner);
        addAll(required.beyond, always);
      }
      const named = getNamedType(field.type);
      const visit = isCompositeType(named) && visitOf(named, innerOf(nodes), []);
      if (visit) children.push(child(treeKey(node), visit));
    }
    if (isKeyed) for (const owner of knownBy) owners.add(owner);
    if (owners.size > 0) children.push(entityVisit(type, idKeys, [...owners]));
    if (children.length === 0 && always.size === 0) return null;
    return (value, found) => {
      addAll(always, found);
      for (const visitChild of children) visitChild(value, found);
    };
  }

  function entityVisit({ name }: Fielded, idKeys: string[], owners: string[]): Visit {
    const unknown = owners.map((owner) => anyOf(ownership, owner, name));
    if (!ownership.hasId(name)) return (_, found) => addAll(unknown, found);
    const keys = [...new Set(idKeys)];
    return (entity, found) => {
      let uuid: string | undefined;
      for (let i = 0; uuid === undefined && i < keys.length; i++) uuid = uuidIn((entity as Tree)[keys[i] as string]);
      if (uuid === undefined) addAll(unknown, found);
      else for (const owner of owners) found.add(ofEntity(owner, uuid));
    };
  }

  function fieldsOf(type: Fielded, sets: SelectionSetNode[]): [FieldNode, FieldNode[]][] {
    return [...collectFields(depending, type, sets).values()].flatMap((nodes) => (nodes[0] ? [[nodes[0], nodes]] : []));
  }

  const isEntity = ({ name }: GraphQLNamedType): boolean => ownership.isEntity(name);

  /** Whether null says that there is no such entity. */
  const isLookup = (type: GraphQLNamedType): boolean =>
    isEntity(type) || (isAbstractType(type) && schema.getPossibleTypes(type).every(isEntity));

  /** The entities of a connection, where nothing but its pages is asked for. */
  function listedIn(type: GraphQLNamedType, sets: SelectionSetNode[]): GraphQLNamedType | undefined {
    if (!isObjectType(type)) return undefined;
    if (fieldsOf(type, sets).some(([{ name }]) => !OF_A_CONNECTION.has(name.value))) return undefined;
    const { nodes, edges } = type.getFields();
    const edge = edges && getNamedType(edges.type);
    const listed = nodes ?? (isObjectType(edge) ? edge.getFields().node : undefined);
    const named = listed && getNamedType(listed.type);
    return named && isObjectType(named) && isEntity(named) ? named : undefined;
  }

  const visit = rootVisit(root, selectionSets);
  return (tree) => {
    const found = new Set<Dependency>();
    visit(tree, found);
    return found;
  };
}

const OF_A_CONNECTION = new Set(['nodes', 'edges', 'pageInfo', 'totalCount', '__typename']);

const innerOf = (nodes: FieldNode[]): SelectionSetNode[] => nodes.flatMap(({ selectionSet }) => selectionSet ?? []);

/** Visits every object that stands under the key, in however many lists. */
function child(key: string, visit: Visit): Visit {
  const each: Visit = (value, found) => {
    if (Array.isArray(value)) for (let i = 0; i < value.length; i++) each(value[i], found);
    else if (isTree(value)) visit(value, found);
  };
  return (tree, found) => each(own(tree as Tree, key), found);
}

function addAll(dependencies: Iterable<Dependency>, found: Set<Dependency>): void {
  for (const dependency of dependencies) found.add(dependency);
}
