import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type { Choices } from './choices.ts';

const DAYS = ['2006-01-10', '2007-06-01', '2026-01-15', '2026-06-01', '2026-11-20', '2027-05-01'];
const TEXTS: Record<string, string[]> = {
  territory: ['PL_1261011', 'PL_1203053'],
  activityCode: ['S90.20', 'S93.29'],
  country: ['PL', 'CZ'],
  dataset: ['MANUFACTORIES'],
  period: ['2025-Q4', '2026-Q1'],
  csv: ['indicator,category,territory,value\nNH-M1,,PL_1261011,3'],
  legalFormCode: ['SOCIAL_COOPERATIVE', 'FOUNDATION'],
  recommendedCode: ['SOCIAL_COOPERATIVE', 'FOUNDATION'],
};
const SCALARS: Record<string, readonly unknown[]> = {
  Boolean: [true, false],
  Int: [1, 2, 2027],
  Decimal: ['10.00', '2.00', '150.00'],
  LocalDate: DAYS,
  DateTime: DAYS.map((day) => `${day}T12:00:00Z`),
  CurrencyCode: ['PLN', 'EUR'],
  CountryCode: ['PL', 'CZ'],
};

/** The rows that there are. */
export interface KnownRows {
  /** By type, the ids in the graph. */
  ids: ReadonlyMap<string, readonly string[]>;
  /** By id. */
  versions: ReadonlyMap<string, number>;
}

/** Makes an input for a mutation that is often valid: what it edits is there. Null where nothing is. */
export function randomInput(
  schema: GraphQLSchema,
  choices: Choices,
  { ids, versions }: KnownRows,
  { type, args: [argument] }: GraphQLField<unknown, unknown>,
): Record<string, unknown> | null {
  if (!argument) return null;
  const input = new RandomInput(schema, choices, ids).value(argument.type, argument.name) as Record<string, unknown>;
  if (!('expectedVersion' in input)) return input;
  const own = ids.get(getNamedType(type).name) ?? [];
  if (own.length === 0) return null;
  const id = choices.pick(own);
  return { ...input, id, expectedVersion: versions.get(id) };
}

class RandomInput {
  readonly #schema: GraphQLSchema;
  readonly #choices: Choices;
  readonly #ids: KnownRows['ids'];

  constructor(schema: GraphQLSchema, choices: Choices, ids: KnownRows['ids']) {
    this.#schema = schema;
    this.#choices = choices;
    this.#ids = ids;
  }

  value(type: GraphQLInputType, name: string): unknown {
    if (isNonNullType(type)) return this.value(type.ofType, name);
    if (isListType(type))
      return [this.value(type.ofType, name), ...(this.#choices.chance(50) ? [this.value(type.ofType, name)] : [])];
    if (isEnumType(type)) return this.#choices.pick(type.getValues()).name;
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).filter((field) => field.name !== 'idempotencyKey');
      const given = fields.filter((field) => isNonNullType(field.type) || this.#choices.chance(60));
      return Object.fromEntries(given.map((field) => [field.name, this.value(field.type, field.name)]));
    }
    if (type.name === 'ID') return this.#id(name);
    return this.#choices.pick(TEXTS[name] ?? SCALARS[type.name] ?? [`text ${this.#choices.below(1_000_000)}`]);
  }

  /** `schemeId` names an IncentiveScheme, and so on; what names nothing here is an organisation's most often. */
  #id(name: string): string {
    const stem = name.replace(/Ids?$/, '').toLowerCase();
    const types = [...this.#ids.keys()].filter((type) => type.toLowerCase().endsWith(stem));
    const type =
      types.length > 0
        ? this.#choices.pick(types)
        : (name[0]?.toUpperCase() ?? '') + name.slice(1).replace(/Ids?$/, '');
    return this.#choices.pick(this.#ids.get(type) ?? this.#foreign(type));
  }

  #foreign(type: string): string[] {
    const name = isObjectType(this.#schema.getType(type)) ? type : 'Organisation';
    return [1, 2, 3].map((n) => `${name}_0000000${n}-1111-4111-8111-111111111111`);
  }
}
