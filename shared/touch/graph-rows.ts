import { type EntityMetadata, type EntityProperty, type MetadataStorage, ReferenceKind } from '@mikro-orm/postgresql';
import { type GraphQLSchema, getNamedType, isAbstractType, isObjectType } from 'graphql';
import { readableTypes } from './readable-types.ts';
import type { TouchRule } from './touch-rule.ts';

/** A uuid in a row that the graph shows. */
export interface RowReference {
  property: string;
  column: string;
  /** The type in the graph of what it names. */
  type: string;
}

/** How the rows of a table show in the graph. */
export interface GraphRow {
  /** The entity's name, and the type's. */
  type: string;
  table: string;
  /** Its primary key, and the column of it. */
  keyProperty: string;
  key: string;
  references: RowReference[];
  rule: TouchRule | undefined;
}

/** What of a database the served graph shows. */
export interface GraphRows {
  /** By type. Tables that the graph does not show are left out, so nothing is ever told of them. */
  readonly shown: ReadonlyMap<string, GraphRow>;
  /** The types of these that can be read; others are told to nobody. */
  told(types: Iterable<string>): string[];
}

export function graphRows(metadata: MetadataStorage, schema: GraphQLSchema, rules: readonly TouchRule[]): GraphRows {
  const readable = readableTypes(schema);
  const ruleOf = ({ class: entity }: EntityMetadata) => rules.find((rule) => rule.entity === entity);
  const shown = [...metadata.getAll().values()].filter(
    (meta) => !meta.abstract && (readable.has(meta.className) || ruleOf(meta)),
  );
  const names = new Set(shown.map(({ className }) => className));

  const rows = shown.map((meta): GraphRow => {
    const rule = ruleOf(meta);
    return {
      type: meta.className,
      table: meta.tableName,
      keyProperty: meta.getPrimaryProp().name,
      key: meta.getPrimaryProp().fieldNames[0] as string,
      references: meta.props.flatMap((property) => referencesOf(property, meta, schema, names, rule)),
      rule,
    };
  });
  const concrete = (name: string): string[] => {
    const type = schema.getType(name);
    return isAbstractType(type) ? schema.getPossibleTypes(type).map((possible) => possible.name) : [name];
  };
  return {
    shown: new Map(rows.map((row) => [row.type, row])),
    told: (types) => [...new Set([...types].flatMap(concrete))].filter((type) => readable.has(type)).sort(),
  };
}

/** A reference to a row of here is followed where that row shows; any other uuid is told where a field shows it. */
function referencesOf(
  property: EntityProperty,
  { className }: EntityMetadata,
  schema: GraphQLSchema,
  shown: ReadonlySet<string>,
  rule: TouchRule | undefined,
): RowReference[] {
  const reference = { property: property.name, column: property.fieldNames?.[0] as string };
  if (property.kind === ReferenceKind.MANY_TO_ONE || property.kind === ReferenceKind.ONE_TO_ONE) {
    const type = property.targetMeta?.className;
    return type && shown.has(type) ? [{ ...reference, type }] : [];
  }
  if (property.primary || property.columnTypes?.[0] !== 'uuid') return [];

  const type = schema.getType(className);
  const field = rule?.shownAs?.[property.name] ?? property.name.replace(/Id$/, '');
  const named = isObjectType(type) ? type.getFields()[field]?.type : undefined;
  if (!named) return [];
  return [{ ...reference, type: getNamedType(named).name }];
}
