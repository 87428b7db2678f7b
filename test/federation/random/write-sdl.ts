import { fieldsOf, type KnownField, knownTypes } from './known-fields.ts';
import { type AbstractModel, type FieldModel, type Model, type ObjectModel, objectOf } from './model.ts';

const BASICS = `enum Kind { RED GREEN }
scalar Json
input Filter { n: Int = 1 tags: [String!] }`;

const ORG = 'type Org @shareable { code: ID! size: Int }';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [
  "@key", "@requires", "@provides", "@external", "@shareable", "@override", "@interfaceObject",
  "@authenticated", "@requiresScopes"
])`;

/** The graph as one schema that knows nothing of federation. */
export function monolithSdl(model: Model): string {
  const objects = model.objects.map((object) => {
    const interfaces = model.abstracts.filter(({ kind, members }) => kind !== 'union' && members.includes(object.name));
    const fields = fieldsOf(model, object).map((field) => `  ${signature(field)}`);
    return block(`type ${object.name}${implementing(interfaces)}`, fields);
  });
  const abstracts = model.abstracts.map((abstract) => {
    const fields = abstract.kind === 'entity-interface' ? ['id: ID!'] : [];
    return abstractSdl(abstract, abstract.members, [...fields, ...abstract.fields.map(signature)]);
  });
  return [BASICS, ORG.replace('@shareable ', ''), ...objects, ...abstracts].join('\n');
}

/** What one of the subgraphs says of itself. */
export function subgraphSdl(model: Model, subgraph: string): string {
  const known = knownTypes(model, subgraph);
  const objects = [...known].flatMap(([name, fields]) => {
    const object = objectOf(model, name);
    return object ? [objectSdl(model, object, fields, subgraph, known)] : [];
  });
  const abstracts = model.abstracts.flatMap((abstract) => {
    if (abstract.kind === 'entity-interface' && abstract.home !== subgraph) return interfaceObject(abstract, subgraph);
    if (!known.has(abstract.name)) return [];
    const fields = abstract.fields.filter(({ homes }) => homes.length === 0 || homes.includes(subgraph)).map(signature);
    if (abstract.kind !== 'entity-interface') return abstractSdl(abstract, abstract.members, fields);
    return block(`interface ${abstract.name} @key(fields: "id")`, ['  id: ID!', ...fields]);
  });
  return [LINK, BASICS, ORG, ...objects, ...abstracts].join('\n');
}

function objectSdl(
  model: Model,
  { name, kind, keys }: ObjectModel,
  fields: KnownField[],
  subgraph: string,
  known: Map<string, KnownField[]>,
): string {
  const interfaces = model.abstracts.filter(
    (abstract) => abstract.kind !== 'union' && abstract.members.includes(name) && known.has(abstract.name),
  );
  const directives = (keys.get(subgraph) ?? []).map((key) => ` @key(fields: "${key}")`);
  const lines = fields.map((field) => `  ${signature(field)}${fieldDirectives(field, kind)}`);
  const head = `type ${name}${implementing(interfaces)}${directives.join('')}${kind === 'value' ? ' @shareable' : ''}`;
  return block(head, lines);
}

function fieldDirectives({ as, requires, provides, overrides }: KnownField, kind: ObjectModel['kind']): string {
  if (as === 'external') return ' @external';
  if (as === 'key' || as === 'overridden') return '';
  const directives = [];
  if (as === 'shared' && kind !== 'value') directives.push('@shareable');
  if (overrides) directives.push(`@override(from: "${overrides}")`);
  if (provides) directives.push(`@provides(fields: "${provides.join(' ')}")`);
  if (requires) {
    const args = Object.entries(requires.args).map(([name, value]) => `${name}: ${value}`);
    const inner = requires.inner.length ? ` { ${requires.inner.join(' ')} }` : '';
    directives.push(`@requires(fields: "${requires.field}${args.length ? `(${args.join()})` : ''}${inner}")`);
  }
  return directives.map((directive) => ` ${directive}`).join('');
}

function interfaceObject({ name, fields }: AbstractModel, subgraph: string): string[] {
  const own = fields.filter(({ homes }) => homes.includes(subgraph)).map((field) => `  ${signature(field)}`);
  return own.length ? [block(`type ${name} @key(fields: "id") @interfaceObject`, ['  id: ID!', ...own])] : [];
}

function abstractSdl({ kind, name }: AbstractModel, members: string[], fields: string[]): string {
  return kind === 'union' ? `union ${name} = ${members.join(' | ')}` : block(`interface ${name}`, fields);
}

function implementing(interfaces: AbstractModel[]): string {
  return interfaces.length ? ` implements ${interfaces.map(({ name }) => name).join(' & ')}` : '';
}

function signature({ name, type, args }: FieldModel): string {
  const list = args.map((arg) => `${arg.name}: ${arg.type}${arg.defaultValue ? ` = ${arg.defaultValue}` : ''}`);
  return `${name}${list.length ? `(${list.join(', ')})` : ''}: ${type}`;
}

function block(head: string, lines: string[]): string {
  return `${head} {\n${lines.join('\n')}\n}`;
}
