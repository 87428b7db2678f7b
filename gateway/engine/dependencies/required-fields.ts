import {
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  Kind,
  parse,
  type SelectionSetNode,
} from 'graphql';
import type { Ownership } from './ownership.ts';

/** Hears of a field that is required. @param isSelf - whether it is the entity's own, and not of another that it refers to */
type Meet = (type: GraphQLObjectType | GraphQLInterfaceType, field: string, isSelf: boolean) => void;

/**
 * Meets all the fields that the owner of one wants to know by `@requires`, from field to field, however long the chain
 * is. Hidden fields count, so the schema is the whole one.
 */
export function meetRequired(
  schema: GraphQLSchema,
  ownership: Ownership,
  type: string,
  field: string,
  meet: Meet,
): void {
  const followed = new Set<string>();

  function follow(name: string, required: string, isSelf: boolean): void {
    if (followed.has(`${name}.${required}`)) return;
    followed.add(`${name}.${required}`);
    for (const fieldSet of ownership.requiredFor(name, required)) {
      const [operation] = parse(`{${fieldSet}}`, { noLocation: true }).definitions;
      const declared = schema.getType(name);
      if (operation?.kind === Kind.OPERATION_DEFINITION && declared) take(declared, operation.selectionSet, isSelf);
    }
  }

  function take(declared: GraphQLNamedType, { selections }: SelectionSetNode, isSelf: boolean): void {
    for (const selection of selections) {
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        const condition = selection.typeCondition && schema.getType(selection.typeCondition.name.value);
        take(condition ?? declared, selection.selectionSet, isSelf);
      } else if (selection.kind === Kind.FIELD && (isObjectType(declared) || isInterfaceType(declared))) {
        const name = selection.name.value;
        for (const one of concrete(schema, declared)) {
          meet(one, name, isSelf);
          follow(one.name, name, isSelf);
        }
        const inner = declared.getFields()[name];
        if (inner && selection.selectionSet) {
          const named = getNamedType(inner.type);
          take(named, selection.selectionSet, isSelf && !concrete(schema, named).some(isEntity));
        }
      }
    }
  }

  const isEntity = ({ name }: GraphQLNamedType): boolean => ownership.isEntity(name);

  follow(type, field, true);
}

/** The type itself, and those that an object of it may be. */
function concrete(schema: GraphQLSchema, type: GraphQLNamedType): (GraphQLObjectType | GraphQLInterfaceType)[] {
  if (isObjectType(type)) return [type];
  if (!isAbstractType(type)) return [];
  return [...(isInterfaceType(type) ? [type] : []), ...schema.getPossibleTypes(type)];
}
