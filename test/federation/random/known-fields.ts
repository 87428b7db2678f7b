import { abstractOf, type FieldModel, type Model, namedType, type ObjectModel, objectOf } from './model.ts';

const KEY_FIELDS: Record<string, string> = { id: 'ID!', code: 'String!', org: 'Org!' };

/** A field as one subgraph, or the graph as a whole, declares it. */
export interface KnownField extends FieldModel {
  as: 'own' | 'shared' | 'key' | 'external' | 'overridden';
}

/** All fields of an object in the whole graph. */
export function fieldsOf(model: Model, object: ObjectModel): FieldModel[] {
  const inherited = model.abstracts.filter(({ members }) => members.includes(object.name));
  const fields = [
    ...keyFields([...object.keys.values()].flat()),
    ...object.fields,
    ...inherited.flatMap((a) => a.fields),
  ];
  return [...new Map(fields.map((field) => [field.name, field])).values()];
}

export function keyFields(keys: string[]): FieldModel[] {
  const names = new Set(
    keys.flatMap((key) =>
      key
        .replace(/\{.*\}/, '')
        .trim()
        .split(' '),
    ),
  );
  return [...names].map((name) => ({ name, type: KEY_FIELDS[name]!, args: [], homes: [], isSafe: true }));
}

/** The types that a subgraph declares, and what of them. */
export function knownTypes(model: Model, subgraph: string): Map<string, KnownField[]> {
  const known = new Map<string, KnownField[]>();
  const abstracts = new Set<string>();

  function meet(name: string): void {
    const object = objectOf(model, name);
    const abstract = abstractOf(model, name);
    if (known.has(name) || abstracts.has(name)) return;
    if (abstract) {
      abstracts.add(name);
      for (const member of abstract.members) meet(member);
    }
    if (!object) return;
    const fields = declared(model, object, subgraph);
    known.set(name, fields);
    for (const { type } of fields) meet(namedType(type));
  }

  for (const object of model.objects) {
    const isThere = fieldsOf(model, object).some(({ homes, overrides }) => {
      return homes.includes(subgraph) || overrides === subgraph;
    });
    const [first] = object.keys.keys();
    if (first === subgraph || (isThere && (object.kind === 'root' || object.keys.has(subgraph)))) meet(object.name);
  }
  for (const { name, home } of model.abstracts) if (home === subgraph) meet(name);
  addProvided(model, subgraph, known);
  addInterfaces(model, abstracts, known);
  for (const name of abstracts) known.set(name, []);
  return known;
}

function declared(model: Model, object: ObjectModel, subgraph: string): KnownField[] {
  const fields = new Map<string, KnownField>();
  for (const field of keyFields(object.keys.get(subgraph) ?? [])) fields.set(field.name, { ...field, as: 'key' });
  for (const field of object.kind === 'value' ? fieldsOf(model, object) : ownAndInherited(model, object)) {
    if (fields.has(field.name)) continue;
    const isHome =
      field.homes.includes(subgraph) || object.kind === 'value' || (object.kind !== 'entity' && !field.homes.length);
    const isShared = field.homes.length !== 1 || object.kind === 'value';
    if (isHome) fields.set(field.name, { ...field, as: isShared ? 'shared' : 'own' });
    if (field.overrides === subgraph) fields.set(field.name, { ...field, as: 'overridden' });
  }
  for (const { requires } of [...fields.values()]) {
    const required = object.fields.find(({ name }) => name === requires?.field);
    if (required) fields.set(required.name, { ...required, as: 'external' });
  }
  return [...fields.values()];
}

function ownAndInherited(model: Model, object: ObjectModel): FieldModel[] {
  const inherited = model.abstracts.filter(
    ({ kind, members }) => kind === 'interface' && members.includes(object.name),
  );
  return [...object.fields, ...inherited.flatMap(({ fields }) => fields)];
}

function addProvided(model: Model, subgraph: string, known: Map<string, KnownField[]>): void {
  for (const { as, homes, provides, type } of [...known.values()].flat()) {
    const name = namedType(type);
    if (!provides || as === 'external' || !homes.includes(subgraph)) continue;
    for (const field of objectOf(model, name)?.fields ?? []) {
      const there = known.get(name) ?? [];
      if (provides.includes(field.name) && !there.some((other) => other.name === field.name)) {
        there.push({ ...field, as: 'external' });
      }
    }
  }
}

/** Whoever knows an interface knows the id of its members. */
function addInterfaces(model: Model, abstracts: Set<string>, known: Map<string, KnownField[]>): void {
  for (const { kind, name, members, fields } of model.abstracts) {
    if (kind !== 'interface' || !abstracts.has(name)) continue;
    const [id] = fields;
    for (const member of members) {
      const there = known.get(member);
      if (id && there && !there.some((field) => field.name === id.name)) there.push({ ...id, as: 'shared' });
    }
  }
}
