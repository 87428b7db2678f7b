import {
  type FieldDefinitionNode,
  GraphQLError,
  getNamedType,
  isAbstractType,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  print,
  visit,
} from 'graphql';
import type { Granted } from '../../../gateway/engine/access/requirement.ts';
import type { Choices } from '../../kit/choices.ts';
import type { Thing } from './data.ts';
import type { Guard } from './federate.ts';
import { fieldsOf } from './known-fields.ts';
import { abstractOf, type Model, namedType, objectOf } from './model.ts';
import type { Resolve } from './resolve.ts';

const SCOPES = ['x', 'y', 'z'];
const KEY_PARTS = ['id', 'code', 'org', '__typename'];

/** What types and fields ask, by coordinate: one alternative of scopes or another. */
type Asked = ReadonlyMap<string, string[][]>;

export interface NaiveGuard extends Guard {
  asked: Asked;
  /** Whether the caller may not see the field of an object of the type. */
  forbids(granted: Granted, type: string, field: string): boolean;
}

export const makeGranted = (choices: Choices): Granted =>
  choices.chance(20) ? null : new Set(choices.some(SCOPES, 50));

/** Protects some types and fields by chance, and judges them by rules as simple as they can be written. */
export function makeGuard(choices: Choices, model: Model): NaiveGuard {
  const asked = new Map<string, string[][]>();
  const alternatives = (): string[][] =>
    choices.chance(25)
      ? [[]]
      : Array.from({ length: 1 + choices.below(2) }, () => [choices.pick(SCOPES), ...choices.some(SCOPES, 20)]);
  for (const { name, kind, fields } of model.objects) {
    if (kind !== 'root' && choices.chance(35)) asked.set(name, alternatives());
    for (const field of fields) {
      if (!KEY_PARTS.includes(field.name) && choices.chance(35)) asked.set(`${name}.${field.name}`, alternatives());
    }
  }
  for (const { kind, name, fields } of model.abstracts) {
    if (kind !== 'entity-interface') continue;
    for (const field of fields) if (choices.chance(35)) asked.set(`${name}.${field.name}`, alternatives());
  }

  const isMet = (coordinate: string, granted: Granted): boolean => {
    const all = asked.get(coordinate);
    return !all || (granted !== null && all.some((some) => some.every((scope) => granted.has(scope))));
  };

  const membersOf = (type: string): string[] => abstractOf(model, type)?.members ?? [type];

  function forbids(granted: Granted, type: string, name: string): boolean {
    if (name.startsWith('__')) return false;
    const object = objectOf(model, type);
    const field = object && fieldsOf(model, object).find((known) => known.name === name);
    if (!object || !field) return false;
    const lenders = model.abstracts.filter(
      ({ kind, members, fields }) => kind === 'entity-interface' && members.includes(type) && fields.includes(field),
    );
    if (
      ![type, `${type}.${name}`, ...lenders.map((lender) => `${lender.name}.${name}`)].every((one) =>
        isMet(one, granted),
      )
    )
      return true;
    const values = membersOf(namedType(field.type));
    if (values.every((value) => !isMet(value, granted))) return true;
    const { requires } = field;
    if (!requires) return false;
    if (forbids(granted, type, requires.field)) return true;
    const required = fieldsOf(model, object).find((known) => known.name === requires.field);
    const inside = required ? membersOf(namedType(required.type)) : [];
    return inside.some((value) => requires.inner.some((inner) => forbids(granted, value, inner)));
  }

  const no = (granted: Granted): GraphQLError =>
    new GraphQLError('No.', { extensions: { code: granted === null ? 'UNAUTHENTICATED' : 'FORBIDDEN' } });

  function withoutForbidden(value: unknown, granted: Granted): unknown {
    if (Array.isArray(value)) return value.map((item) => withoutForbidden(item, granted));
    const { type } = (value ?? {}) as Partial<Thing>;
    return type !== undefined && objectOf(model, type) && !isMet(type, granted) ? no(granted) : value;
  }

  return {
    asked,
    forbids,
    protect: (sdl) => protect(sdl, asked),
    guarded:
      (resolve: Resolve): Resolve =>
      (source, args, context, info) => {
        const { granted = null } = context;
        if (forbids(granted, source?.type ?? info.parentType.name, info.fieldName)) return no(granted);
        const value = resolve(source, args, context, info);
        return isAbstractType(getNamedType(info.returnType)) ? withoutForbidden(value, granted) : value;
      },
  };
}

/** Writes the directives wherever a subgraph declares for itself what is protected. */
function protect(sdl: string, asked: Asked): string {
  const directiveFor = (coordinate: string) => {
    const alternatives = asked.get(coordinate);
    if (!alternatives) return [];
    const isAny = alternatives.length === 1 && alternatives[0]?.length === 0;
    const text = isAny ? '@authenticated' : `@requiresScopes(scopes: ${JSON.stringify(alternatives)})`;
    const [definition] = parse(`scalar S ${text}`, { noLocation: true }).definitions;
    return definition?.kind === Kind.SCALAR_TYPE_DEFINITION ? [...(definition.directives ?? [])] : [];
  };
  const isExternal = ({ directives }: FieldDefinitionNode): boolean =>
    directives?.some(({ name }) => name.value === 'external') === true;
  const document = visit(parse(sdl, { noLocation: true }), {
    ObjectTypeDefinition(type: ObjectTypeDefinitionNode): ObjectTypeDefinitionNode {
      const name = type.name.value;
      const isInterface = type.directives?.some((directive) => directive.name.value === 'interfaceObject');
      return {
        ...type,
        directives: [...(type.directives ?? []), ...(isInterface ? [] : directiveFor(name))],
        fields: type.fields?.map((field) => {
          if (isExternal(field)) return field;
          return {
            ...field,
            directives: [...(field.directives ?? []), ...directiveFor(`${name}.${field.name.value}`)],
          };
        }),
      };
    },
  });
  return print(document);
}
