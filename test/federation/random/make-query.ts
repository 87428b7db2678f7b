import {
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isUnionType,
  parse,
  validate,
} from 'graphql';
import type { Choices } from '../../kit/choices.ts';
import type { Asked } from './federate.ts';

/** Names that collide with those that clients do not choose. */
const ALIASES = ['id', 'code', 'org', 'f0', 'f1', 'x', '_entities', 'representations', '__x'];
const DEPTH = 4;

const INTROSPECTION = [
  '__schema { queryType { name } }',
  '__type(name: "Kind") { kind enumValues { name } }',
  'more: __type(name: "Query") { ...on __Type { name kind } }',
];

/** Values for an argument, as SDL and for a variable. */
const VALUES: Record<string, [text: string, value: unknown][]> = {
  Int: [
    ['1', 1],
    ['null', null],
    ['-7', -7],
  ],
  Kind: [
    ['RED', 'RED'],
    ['null', null],
  ],
  'String!': [
    ['"y"', 'y'],
    ['"\\"z\\n"', '"z\n'],
  ],
  Filter: [
    ['{ n: 3 }', { n: 3 }],
    ['{ tags: ["t"] }', { tags: ['t'] }],
    ['{ n: null, tags: null }', { n: null, tags: null }],
    ['null', null],
  ],
  '[ID!]': [
    ['[]', []],
    ['["a", 5]', ['a', '5']],
    ['null', null],
  ],
};

/** Makes a document and its variables. */
export function makeQuery(choices: Choices, schema: GraphQLSchema): Asked {
  const mutation = schema.getMutationType();
  for (let tries = 0; tries < 5; tries++) {
    const root = (mutation && choices.chance(15) && mutation) || schema.getQueryType()!;
    const { text: source, variables } = new Document(choices, schema).write(root, root === mutation);
    const document = parse(source);
    // Fields that have one name and do not go together are made now and then, and no more than that.
    if (validate(schema, document).length === 0) return { source, document, operationName: 'Asked', variables };
  }
  const source = 'query Asked { __typename }';
  return { source, document: parse(source), operationName: 'Asked', variables: {} };
}

class Document {
  readonly #choices: Choices;
  readonly #schema: GraphQLSchema;
  readonly #fragments: string[] = [];
  readonly #declared: string[] = [];
  readonly #variables: Record<string, unknown> = {};

  constructor(choices: Choices, schema: GraphQLSchema) {
    this.#choices = choices;
    this.#schema = schema;
  }

  write(root: GraphQLObjectType, isMutation: boolean): { text: string; variables: Record<string, unknown> } {
    const body = this.#selections(root, DEPTH, true);
    const variables = this.#declared.length ? `(${this.#declared.join(', ')})` : '';
    const other = this.#choices.chance(10) ? ['query Other { __typename }'] : [];
    const text = [
      `${isMutation ? 'mutation' : 'query'} Asked${variables} { ${body} }`,
      ...this.#fragments,
      ...other,
    ].join('\n');
    return { text, variables: this.#variables };
  }

  #selections(type: GraphQLCompositeType, depth: number, atRoot = false): string {
    const count = 1 + this.#choices.below(atRoot ? 3 : 5);
    return Array.from({ length: count }, () => this.#selection(type, depth, atRoot)).join(' ');
  }

  #selection(type: GraphQLCompositeType, depth: number, atRoot: boolean): string {
    const isQuery = type === this.#schema.getQueryType();
    if (isQuery && this.#choices.chance(4)) return this.#choices.pick(INTROSPECTION);
    if (this.#choices.chance(6)) return `${this.#choices.pick(['', 'type: ', 'id: '])}__typename`;
    if (isUnionType(type) && depth <= 0) return '__typename';
    if (isUnionType(type) || this.#choices.chance(isAbstractType(type) ? 45 : 12))
      return this.#fragment(type, depth, atRoot);

    const fields = Object.values(type.getFields());
    const field = this.#choices.pick(fields);
    const named = getNamedType(field.type);
    if (!isCompositeType(named)) return this.#head(field);
    return depth > 0 ? `${this.#head(field)} { ${this.#selections(named, depth - 1)} }` : '__typename';
  }

  #head(field: GraphQLField<unknown, unknown>): string {
    const alias = this.#choices.chance(20) ? `${this.#choices.pick(ALIASES)}: ` : '';
    const given = this.#choices.some(field.args, 60).map((arg) => `${arg.name}: ${this.#argument(arg)}`);
    return `${alias}${field.name}${given.length ? `(${given.join(', ')})` : ''}${this.#condition()}`;
  }

  #fragment(type: GraphQLCompositeType, depth: number, atRoot: boolean): string {
    const narrower = isAbstractType(type) ? this.#schema.getPossibleTypes(type) : [];
    const wider = Object.values(this.#schema.getTypeMap()).filter(
      (other) => isAbstractType(other) && other !== type && this.#overlap(type, other),
    ) as GraphQLCompositeType[];
    const on = this.#choices.pick([type, ...narrower, ...narrower, ...wider]);
    const body = this.#selections(on, depth > 0 ? depth - 1 : 0, atRoot);
    const condition = this.#condition();
    if (!this.#choices.chance(35)) {
      const bare = on === type && this.#choices.chance(30);
      return `...${bare ? '' : ` on ${on.name}`}${condition} { ${body} }`;
    }
    const name = `F${this.#fragments.length}`;
    this.#fragments.push(`fragment ${name} on ${on.name} { ${body} }`);
    const again = this.#choices.chance(20) ? ` ...${name}${this.#condition()}` : '';
    return `...${name}${condition}${again}`;
  }

  #overlap(type: GraphQLCompositeType, other: GraphQLCompositeType): boolean {
    const possible = (of: GraphQLCompositeType) => (isAbstractType(of) ? this.#schema.getPossibleTypes(of) : [of]);
    return possible(type).some((one) => possible(other).includes(one));
  }

  #condition(): string {
    if (!this.#choices.chance(14)) return '';
    const value = this.#choices.chance(50);
    const directive = this.#choices.pick(['include', 'skip']);
    return ` @${directive}(if: ${this.#choices.chance(60) ? this.#variable('Boolean!', `${value}`, value) : value})`;
  }

  #argument({ type }: GraphQLArgument): string {
    const [text, value] = this.#choices.pick(VALUES[String(type)]!);
    return this.#choices.chance(50) ? this.#variable(String(type), text, value) : text;
  }

  /** Given, or left to its default, or neither where that may be. */
  #variable(type: string, text: string, value: unknown): string {
    const name = `v${this.#declared.length}`;
    const isDefault = this.#choices.chance(30);
    this.#declared.push(`$${name}: ${type}${isDefault ? ` = ${text}` : ''}`);
    const isLeftOut = isDefault ? this.#choices.chance(70) : !type.endsWith('!') && this.#choices.chance(20);
    if (!isLeftOut) this.#variables[name] = value;
    return `$${name}`;
  }
}
