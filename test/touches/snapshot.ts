import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import { isAboutPeople } from '../../shared/access/people-types.ts';
import type { RequestContext } from '../../shared/subgraph/subgraph.ts';
import { read } from '../kit/ask.ts';
import type { SubgraphUnderTest } from '../kit/subgraph.ts';
import { entityTypes, wholeSelection } from './selection.ts';

/** A uuid that no row has. */
const NOBODY = 'ffffffff-ffff-4fff-bfff-ffffffffffff';

/** All that a subgraph shows at a moment, but for people, of whom nothing is told and no answer is kept. */
export interface Snapshot {
  /** By type and uuid, as JSON; 'null' for what is not there. */
  entities: Map<string, string>;
  /** By type and question, the ids of the lists of the root. */
  lists: Map<string, string>;
}

export async function snapshot<C extends RequestContext>(
  subgraph: SubgraphUnderTest<C>,
  uuids: readonly string[],
): Promise<Snapshot> {
  const asked = [NOBODY, ...uuids];
  const shown: Snapshot = { entities: new Map(), lists: new Map() };
  for (const type of entityTypes(subgraph.schema).filter((one) => !isAboutPeople(one))) {
    const keys = asked.map((uuid) => ({ __typename: type.name, id: `${type.name}_${uuid}` }));
    const query = `query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on ${type.name} {
      ${wholeSelection(subgraph.schema, type)} } } }`;
    const { _entities: found } = await read(subgraph, query, { keys });
    for (const [i, one] of found.entries()) shown.entities.set(`${type.name} ${asked[i]}`, JSON.stringify(one));
  }
  for (const { type, question } of listQuestions(subgraph.schema)) {
    shown.lists.set(`${type} ${question}`, JSON.stringify(await read(subgraph, `{ ${question} }`)));
  }
  return shown;
}

/** What it showed at that moment of an entity, also of one that nobody asked for. */
export function shownOf({ entities }: Snapshot, type: string, uuid: string): string {
  return entities.get(`${type} ${uuid}`) ?? entities.get(`${type} ${NOBODY}`)?.replaceAll(NOBODY, uuid) ?? 'null';
}

/** Every uuid that stands in any row. */
export async function uuidsOf<C extends RequestContext>(subgraph: SubgraphUnderTest<C>): Promise<string[]> {
  const em = subgraph.orm.em.fork();
  const columns = await em.execute<{ table: string; column: string }[]>(`
    select table_name as table, column_name as column from information_schema.columns
    where table_schema = 'public' and data_type = 'uuid' and table_name not in ('outbox', 'inbox', 'idempotency')`);
  const all = columns.map(({ table, column }) => `select "${column}" as uuid from "${table}"`).join(' union ');
  const rows = await em.execute<{ uuid: string | null }[]>(all);
  return rows.flatMap(({ uuid }) => uuid ?? []).sort();
}

/** The root's lists of entities, also as each filter and order by an enum's value has them. */
function listQuestions(schema: GraphQLSchema): { type: string; question: string }[] {
  return Object.values(schema.getQueryType()?.getFields() ?? {}).flatMap((field) => {
    const { type, ids } = nodesOf(field);
    if (!ids || field.args.some(isRequiredArgument) || isAboutPeople(getNamedType(field.type))) return [];
    const first = field.args.some(({ name }) => name === 'first') ? ['first: 100'] : [];
    const variants = [[], ...field.args.flatMap(enumArguments).map((one) => [one])];
    return variants.map((some) => {
      const given = [...first, ...some].join(', ');
      return { type, question: `${field.name}${given && `(${given})`} ${ids}` };
    });
  });
}

function nodesOf(field: GraphQLField<unknown, unknown>): { type: string; ids?: string } {
  const type = getNamedType(field.type);
  if (!isObjectType(type)) return { type: type.name };
  if (isListType(getNullableType(field.type)))
    return 'id' in type.getFields() ? { type: type.name, ids: '{ id }' } : { type: type.name };
  const node = type.getFields().nodes && getNamedType(type.getFields().nodes?.type as never);
  if (!isObjectType(node) || !('id' in node.getFields())) return { type: type.name };
  return { type: node.name, ids: '{ totalCount nodes { id } }' };
}

function enumArguments({ name, type }: GraphQLArgument): string[] {
  const named = getNamedType(type);
  if (isEnumType(named)) return named.getValues().map((value) => `${name}: ${value.name}`);
  if (!isInputObjectType(named)) return [];
  return Object.values(named.getFields()).flatMap((field) => {
    const of = getNamedType(field.type);
    if (isEnumType(of)) return of.getValues().map((value) => `${name}: { ${field.name}: ${value.name} }`);
    return of.name === 'Boolean' ? [`${name}: { ${field.name}: true }`, `${name}: { ${field.name}: false }`] : [];
  });
}
