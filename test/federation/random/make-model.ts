import type { Choices } from '../../kit/choices.ts';
import { addOverrides, addProvides, addRequirement, LEAVES, makeField, makeFields, SAFE_ID } from './make-fields.ts';
import { type AbstractModel, type Model, namedType, type ObjectModel, objectOf } from './model.ts';

const KEYS = [
  ['id', 'code', 'org { code }'],
  ['id code', 'org { code }'],
];

/** Makes a graph and its division among subgraphs; nearly all of what it makes can be composed. */
export function makeModel(choices: Choices): Model {
  const subgraphs = ['a', 'b', 'c', 'd'].slice(0, 2 + choices.below(3));
  const model: Model = {
    seed: choices.below(256),
    mayFail: choices.chance(50),
    subgraphs,
    objects: [],
    abstracts: [],
  };
  const entities = names('E', 1 + choices.below(4)).map((name) => makeEntity(choices, name, subgraphs));
  const values = names('V', choices.below(3)).map((name): ObjectModel => {
    return { kind: 'value', name, fields: [], keys: new Map() };
  });
  model.objects.push(...entities, ...values);
  addAbstracts(choices, model, [...entities, ...values]);

  const outputs = [...model.objects, ...model.abstracts].map(({ name }) => name);
  for (const entity of entities) {
    entity.fields.push(...makeFields(choices, model, outputs));
    addOverrides(choices, model, entity);
  }
  // A value holds values that come after it alone: else there would be no end of safe ones.
  for (const [at, value] of values.entries()) {
    const inner = [...entities, ...values.slice(at + 1)].map(({ name }) => name);
    value.fields = makeFields(choices, model, inner, 'v').map((field) => ({ ...field, homes: [] }));
    if (value.fields.every((field) => !LEAVES.includes(namedType(field.type)))) {
      value.fields.push({ name: 'v9', type: 'Int', args: [], homes: [] });
    }
  }
  if (choices.chance(40)) addEntityInterface(choices, model);
  if (choices.chance(40)) addComposite(choices, model, outputs);
  addRoots(
    choices,
    model,
    [...model.objects, ...model.abstracts].filter(isOutput).map(({ name }) => name),
  );

  for (const entity of entities) if (choices.chance(60)) addRequirement(choices, model, entity);
  for (const object of model.objects) addProvides(choices, model, object);
  return model;
}

function isOutput({ kind }: ObjectModel | AbstractModel): boolean {
  return kind !== 'composite';
}

function makeEntity(choices: Choices, name: string, subgraphs: string[]): ObjectModel {
  const first = choices.pick(subgraphs);
  const [own, ...more] = choices.some(choices.pick(KEYS));
  const all = own ? [own, ...more] : ['id'];
  const others = subgraphs.filter((subgraph) => subgraph !== first);
  const keys = new Map([[first, all]]);
  for (const other of others) keys.set(other, [choices.pick(all)]);
  return { kind: 'entity', name, fields: [], keys };
}

function addAbstracts(choices: Choices, model: Model, objects: ObjectModel[]): void {
  const all = objects.map(({ name }) => name);
  if (choices.chance(60))
    model.abstracts.push({ kind: 'union', name: 'U', members: atLeastOne(choices, all), fields: [] });
  if (!choices.chance(60)) return;

  const members = atLeastOne(choices, all);
  const label = { ...makeField(choices, model, [], 'label'), homes: choices.some(model.subgraphs) };
  const fields = label.homes.length ? [SAFE_ID, label] : [SAFE_ID];
  model.abstracts.push({ kind: 'interface', name: 'I', members, fields });
}

/**
 * One subgraph knows the members, others add fields to all of them at once. There are no more than two members: the
 * planner forgets a third where such a field is asked for on the interface and on two of its members.
 */
function addEntityInterface(choices: Choices, model: Model): void {
  const home = choices.pick(model.subgraphs);
  const others = model.subgraphs.filter((subgraph) => subgraph !== home);
  const members = names('M', 1 + choices.below(2));
  for (const name of members) {
    const fields = makeFields(choices, model, [], 'm').map((field) => ({ ...field, homes: [home] }));
    model.objects.push({ kind: 'entity', name, fields, keys: new Map([[home, ['id']]]) });
  }
  const fields = makeFields(choices, model, [], 'n').map((field) => ({ ...field, homes: [choices.pick(others)] }));
  model.abstracts.push({ kind: 'entity-interface', name: 'M', members, fields, home });
}

function addComposite(choices: Choices, model: Model, outputs: string[]): void {
  const fields = [{ ...SAFE_ID, homes: [] }, ...makeFields(choices, model, outputs, 'c')];
  model.objects.push({ kind: 'composite', name: 'C', fields, keys: new Map() });
}

function addRoots(choices: Choices, model: Model, outputs: string[]): void {
  const query: ObjectModel = { kind: 'root', name: 'Query', fields: [], keys: new Map() };
  const mutation: ObjectModel = { kind: 'root', name: 'Mutation', fields: [], keys: new Map() };
  for (const subgraph of model.subgraphs) {
    for (let count = 1 + choices.below(2); count > 0; count--) {
      const name = `q${query.fields.length}`;
      query.fields.push(atHome(makeField(choices, model, outputs, name, 80), subgraph, model));
    }
    if (!choices.chance(30)) continue;
    mutation.fields.push(atHome(makeField(choices, model, outputs, `do${mutation.fields.length}`), subgraph, model));
    mutation.fields.push({ name: `count_${subgraph}`, type: 'Int', args: [], homes: [subgraph], isSafe: true });
  }
  const composite = objectOf(model, 'C');
  if (composite) {
    const homes = composite.fields.flatMap((field) => field.homes);
    query.fields.push({
      name: 'composite',
      type: 'C',
      args: [],
      homes: homes.length ? [...new Set(homes)] : [model.subgraphs[0]!],
    });
  }
  model.objects.push(query);
  if (mutation.fields.length) model.objects.push(mutation);
}

/** The members of an entity interface are known in its home alone, so what gives them is there, too. */
function atHome(field: Model['objects'][number]['fields'][number], subgraph: string, model: Model) {
  const type = namedType(field.type);
  const known = model.abstracts.find(({ kind, name, members }) => {
    return kind === 'entity-interface' && (name === type || members.includes(type));
  });
  return { ...field, homes: [known?.home ?? subgraph] };
}

function atLeastOne(choices: Choices, all: string[]): string[] {
  const some = choices.some(all);
  return some.length ? some : [choices.pick(all)];
}

function names(prefix: string, count: number): string[] {
  return Array.from({ length: count }, (_, at) => prefix + at);
}
