import type { Choices } from '../../kit/choices.ts';
import { type ArgModel, type FieldModel, type Model, namedType, type ObjectModel, objectOf } from './model.ts';

export const LEAVES = ['Int', 'String', 'Float', 'Boolean', 'ID', 'Kind', 'Json'];

/** Every member of an interface has it. */
export const SAFE_ID: FieldModel = { name: 'id', type: 'ID!', args: [], homes: [], isSafe: true };

const WRAPPED = [(t: string) => t, (t: string) => `${t}!`, (t: string) => `[${t}]`, (t: string) => `[${t}!]!`];
const RARELY_WRAPPED = [(t: string) => `[${t}!]`, (t: string) => `[[${t}]!]`, (t: string) => `[[${t}!]]!`];

const ARGS: ArgModel[] = [
  { name: 'n', type: 'Int', defaultValue: '2' },
  { name: 'kind', type: 'Kind' },
  { name: 'must', type: 'String!', defaultValue: '"x"' },
  { name: 'filter', type: 'Filter' },
  { name: 'ids', type: '[ID!]', defaultValue: '["i"]' },
];

export function makeFields(choices: Choices, model: Model, outputs: string[], prefix = 'f'): FieldModel[] {
  return Array.from({ length: 1 + choices.below(4) }, (_, at) => makeField(choices, model, outputs, `${prefix}${at}`));
}

export function makeField(
  choices: Choices,
  model: Model,
  outputs: string[],
  name: string,
  percentOutputs = 40,
): FieldModel {
  const of = outputs.length && choices.chance(percentOutputs) ? choices.pick(outputs) : choices.pick(LEAVES);
  const wrap = choices.pick(choices.chance(15) ? RARELY_WRAPPED : WRAPPED);
  const args = choices.chance(30) ? choices.some(ARGS, 40) : [];
  const homes = [choices.pick(model.subgraphs)];
  if (choices.chance(20)) homes.push(choices.pick(model.subgraphs));
  return { name, type: wrap(of), args, homes: [...new Set(homes)] };
}

/** Lets some fields have moved, from a subgraph that still has them. */
export function addOverrides(choices: Choices, model: Model, entity: ObjectModel): void {
  for (const field of entity.fields) {
    const before = choices.pick(model.subgraphs);
    if (field.homes.length === 1 && !field.homes.includes(before) && choices.chance(10)) field.overrides = before;
  }
}

/**
 * Lets one or two fields of the entity be computed from others. What is required never fails, for a client that did
 * not ask for it would hear of that. Each is required with the same arguments wherever it is, and what requires
 * takes none itself: the planner mixes up the values otherwise (ARCHITECTURE.md, "The engine"). Nor has the entity a second key,
 * for then the planner may ask a subgraph for a key that it does not have, and end the process.
 */
export function addRequirement(choices: Choices, model: Model, entity: ObjectModel): void {
  if ([...entity.keys.values()].some((keys) => keys.length > 1)) return;
  const candidates = entity.fields.filter((field) => !field.overrides && isRequirable(model, field));
  if (candidates.length === 0) return;

  let required = choices.pick(candidates);
  for (const name of choices.chance(40) ? ['r0', 'r1'] : ['r0']) {
    const away = model.subgraphs.filter((subgraph) => !required.homes.includes(subgraph));
    const home = choices.pick(away.length ? away : ['']);
    if (!home) return;
    required.isSafe = true;
    const args = Object.fromEntries(required.args.filter(({ type }) => type === 'Int').map((arg) => [arg.name, 7]));
    const inner = leavesOf(objectOf(model, namedType(required.type)));
    const type = choices.pick(['String', '[String!]', 'String!']);
    const field: FieldModel = { name, type, args: [], homes: [home], requires: { field: required.name, args, inner } };
    entity.fields.push(field);
    required = field;
  }
}

function isRequirable(model: Model, field: FieldModel): boolean {
  const name = namedType(field.type);
  if (LEAVES.includes(name)) return true;
  const object = objectOf(model, name);
  return object?.kind === 'value' && leavesOf(object).length > 0;
}

function leavesOf(object: ObjectModel | undefined): string[] {
  const leaves = object?.fields.filter((field) => LEAVES.includes(namedType(field.type)) && field.args.length === 0);
  return leaves?.map(({ name }) => name) ?? [];
}

/**
 * Lets fields that give entities bring some leaves along that are at home elsewhere. Of one entity, all fields of a
 * subgraph bring the same: the planner takes what one of them provides for provided by the others, too.
 */
export function addProvides(choices: Choices, model: Model, object: ObjectModel): void {
  if (object.kind !== 'root' && object.kind !== 'entity') return;
  for (const field of object.fields) {
    const [home] = field.homes;
    const given = objectOf(model, namedType(field.type));
    if (given?.kind !== 'entity' || field.homes.length !== 1 || !home || !given.keys.has(home)) continue;
    if (!choices.chance(40)) continue;
    const elsewhere = given.fields.filter(
      ({ homes, type, requires, overrides }) =>
        !homes.includes(home) && LEAVES.includes(namedType(type)) && !requires && !overrides,
    );
    const before = model.objects
      .flatMap(({ fields }) => fields)
      .find((other) => {
        return other.provides && other.homes.includes(home) && namedType(other.type) === given.name;
      });
    const provides = before?.provides ?? choices.some(elsewhere).map(({ name }) => name);
    if (provides.length) field.provides = provides;
  }
}
