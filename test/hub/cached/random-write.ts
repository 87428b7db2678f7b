import {
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
} from 'graphql';
import type { Choices } from '../../federation/random/choices.ts';
import type { Rows } from './rows.ts';

export interface RandomWrite {
  name: string;
  text: string;
  input: Record<string, unknown>;
}

const DAY_MS = 86_400_000;

/** Any of the schema's mutations, with an input that has a fair chance of being taken. */
export function randomWrite(choices: Choices, schema: GraphQLSchema, rows: Rows): RandomWrite {
  const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});
  const { name, args, type } = choices.pick(mutations.filter(({ name: one }) => !one.startsWith('import')));
  const given = args.find((arg) => arg.name === 'input');
  const inputType = given && getNamedType(given.type);
  if (!isInputObjectType(inputType)) throw new Error(`The mutation ${name} has no input.`);
  const of = getNamedType(type).name;
  const text = `mutation ($input: ${inputType.name}!) { ${name}(input: $input) { __typename } }`;
  return { name, text, input: objectOf(inputType, of) };

  function objectOf(object: GraphQLInputObjectType, of: string): Record<string, unknown> {
    const edited = choices.pick([...rows.of(of), { id: rows.idsOf(of)[0] ?? '', version: 1 }]);
    const fields = Object.values(object.getFields()).filter((field) => field.name !== 'idempotencyKey');
    const kept = fields.filter((field) => isRequiredInputField(field) || choices.chance(35));
    return Object.fromEntries(
      kept.map((field) => {
        if (field.name === 'id') return ['id', edited.id];
        if (field.name === 'expectedVersion') return [field.name, edited.version];
        return [field.name, valueFor(field)];
      }),
    );
  }

  function valueFor({ name: field, type: given }: GraphQLInputField): unknown {
    const nullable = isNonNullType(given) ? given.ofType : given;
    if (isListType(nullable)) return [valueFor({ name: field, type: nullable.ofType } as GraphQLInputField)];
    const named = getNamedType(given);
    if (isEnumType(named)) return choices.pick(named.getValues()).name;
    if (isInputObjectType(named)) return objectOf(named, named.name);
    switch (named.name) {
      case 'ID':
        return choices.pick(rows.idsOf(typeNamedBy(field)));
      case 'LocalDate':
        return dayFrom(choices.below(60) - 45);
      case 'Decimal':
        return choices.pick(['1.00', '12.50', '100.00']);
      case 'CurrencyCode':
        return 'PLN';
      case 'Int':
        return 1 + choices.below(3);
      case 'Boolean':
        return choices.chance(50);
      default:
        return textOf(field);
    }
  }

  /** `supportCentreId` names a SupportCentre, `consultationId` a Consultation. */
  function typeNamedBy(field: string): string {
    const base = field.replace(/Ids?$/, '');
    const found = Object.keys(schema.getTypeMap()).find((one) => one.toLowerCase() === base.toLowerCase());
    return found ?? 'Organisation';
  }

  function textOf(field: string): string {
    if (field === 'territory') return choices.pick(['PL_1261011', 'PL_1261011-D18']);
    if (field === 'activityCode') return choices.pick(['S90.20', 'I56.11']);
    if (field.endsWith('Code')) return 'SOCIAL_COOPERATIVE';
    return `A ${field} that is said (${choices.below(1_000_000)})`;
  }
}

const dayFrom = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);
