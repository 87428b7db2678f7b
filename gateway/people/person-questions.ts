import {
  buildASTSchema,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  parse,
} from 'graphql';
import { isAboutPeople } from '../../shared/access/people-types.ts';
import { ownRequirements } from '../../shared/access/read-requirements.ts';
import { isMet } from '../engine/access/requirement.ts';

/** Where all that is known of a person begins. */
const ROOT = 'beneficiary';
/** Of an entity that is public, so much that one knows which it is. */
const NAMES = ['id', 'code', 'name', 'title'];
export const PART = 100;

type Field = GraphQLField<unknown, unknown>;

/** A list about a person, of which one question brings a part. */
export interface PartedList {
  field: string;
  /** Asks for the part behind `$after`. */
  query: string;
}

/** What to ask for all that is known of a person. */
export interface PersonQuestions {
  query: string;
  lists: PartedList[];
  /** `Type.field` of what is about the person and not for this caller's purpose. */
  withheld: string[];
}

/**
 * Makes the questions from the supergraph itself, so that no field about people can be forgotten: all that the caller may see,
 * and the names of the rest.
 */
export function personQuestions(schema: GraphQLSchema, granted: ReadonlySet<string>): PersonQuestions {
  const root = schema.getQueryType()?.getFields()[ROOT];
  const person = root && getNamedType(root.type);
  if (!isObjectType(person)) throw new Error('The supergraph has no people.');
  const withheld = new Set<string>();
  const select = selector(granted, withheld);

  const lists = fieldsOf(person).flatMap((field) => {
    const after = afterArgument(field);
    const selection = after && select(person, field, [person], `first: ${PART}, ${after}: $after`);
    if (!selection) return [];
    const query = `query PartOfPerson($id: ID!, $after: ${typeOf(field, after)}) { ${ROOT}(id: $id) { ${selection} } }`;
    return [{ field: field.name, query }];
  });
  const selections = fieldsOf(person).map((field) => select(person, field, [person]));
  const query = `query Person($id: ID!) { ${ROOT}(id: $id) { ${selections.join(' ')} } }`;
  return { query, lists, withheld: [...withheld].sort() };
}

/** Reads a supergraph with its directives, which the clients' schema does not have. */
export const readAccess = (supergraph: string): GraphQLSchema =>
  buildASTSchema(parse(supergraph, { noLocation: true }), { assumeValidSDL: true, assumeValid: true });

const fieldsOf = (type: GraphQLObjectType): Field[] =>
  Object.values(type.getFields()).filter(
    ({ astNode }) => !astNode?.directives?.some(({ name }) => name.value === 'inaccessible'),
  );

const isEntity = ({ astNode }: GraphQLObjectType): boolean =>
  astNode?.directives?.some(
    (directive) =>
      directive.name.value === 'join__type' && directive.arguments?.some(({ name }) => name.value === 'key'),
  ) ?? false;

const afterArgument = ({ args }: Field): string | undefined =>
  args.some(({ name }) => name === 'first') ? args.find(({ name }) => /^after(Id)?$/.test(name))?.name : undefined;

const typeOf = ({ args }: Field, argument: string): string => String(args.find(({ name }) => name === argument)?.type);

/** A field with all beneath it that is about the person; empty where the caller may not see it. */
type Select = (type: GraphQLObjectType, field: Field, above: GraphQLNamedType[], args?: string) => string;

function selector(granted: ReadonlySet<string>, withheld: Set<string>): Select {
  const allows = (node: GraphQLNamedType | Field): boolean =>
    ownRequirements(node).every((alternatives) => isMet({ alternatives }, granted));

  const select: Select = (type, field, above, args) => {
    const named = getNamedType(field.type);
    if (above.includes(named)) return ''; // back where we came from
    if (field.args.some(isRequiredArgument))
      throw new Error(`${type.name}.${field.name} cannot be asked for by itself.`);
    if (!allows(field) || !allows(named)) {
      withheld.add(`${type.name}.${field.name}`);
      return '';
    }
    const given = args ?? (field.args.some(({ name }) => name === 'first') ? `first: ${PART}` : '');
    const head = given ? `${field.name}(${given})` : field.name;
    if (isLeafType(named)) return head;
    return isObjectType(named) ? `${head} { __typename ${beneath(named, [...above, named])} }` : '';
  };

  const beneath = (type: GraphQLObjectType, above: GraphQLNamedType[]): string => {
    const nodes = type.getFields().nodes;
    if (nodes && type.getFields().pageInfo) {
      return `${select(type, nodes, above)} pageInfo { hasNextPage endCursor }`;
    }
    const isPublic = isEntity(type) && !isAboutPeople(type);
    const asked = fieldsOf(type).filter(
      (field) => !isPublic || (NAMES.includes(field.name) && isLeafType(getNamedType(field.type)) && allows(field)),
    );
    return asked.map((field) => select(type, field, above)).join(' ');
  };
  return select;
}
