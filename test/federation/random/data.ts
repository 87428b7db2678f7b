import {
  GraphQLError,
  type ListTypeNode,
  type NamedTypeNode,
  type NonNullTypeNode,
  parseType,
  type TypeNode,
} from 'graphql';
import { abstractOf, type FieldModel, type Model, namedType, objectOf } from './model.ts';

/** An object of the data: all of it follows from the model's seed, its type and its key. */
export interface Thing {
  type: string;
  key: string;
  isSafe?: boolean;
}

const CODES = ['NOT_FOUND', 'CONFLICT', undefined];
const types = new Map<string, TypeNode>();

/** What the field of the thing is: a value, null, or the error that its resolver throws; in lists, too. */
export function dataOf(model: Model, thing: Thing, field: FieldModel, args: Record<string, unknown>): unknown {
  const isSafe = thing.isSafe === true || field.isSafe === true;
  const given = field.args.map(({ name }) => (args[name] === undefined ? 'none' : [args[name]]));
  const place = [thing.key || thing.type, field.name, given.length ? JSON.stringify(given) : ''].join('/');
  const type = types.get(field.type) ?? parseType(field.type, { noLocation: true });
  types.set(field.type, type);
  return new Data(model, isSafe).at(type, place);
}

/** A number that looks like chance, and is always the same for the same text. */
export function hash(text: string): number {
  let value = 2166136261;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 16777619);
  value = Math.imul(value ^ (value >>> 15), 2246822519);
  return (value ^ (value >>> 13)) >>> 0;
}

class Data {
  readonly #model: Model;
  readonly #isSafe: boolean;

  constructor(model: Model, isSafe: boolean) {
    this.#model = model;
    this.#isSafe = isSafe;
  }

  at(type: TypeNode, place: string): unknown {
    const die = this.#number(place) % 100;
    const mayFail = this.#model.mayFail && !this.#isSafe;
    if (mayFail && die < 5) {
      const code = CODES[die % CODES.length];
      return new GraphQLError(`No ${place}.`, { extensions: code ? { code } : {} });
    }
    if (type.kind === 'NonNullType') return mayFail && die === 5 ? null : this.#present(type.type, place);
    return die > 85 ? null : this.#present(type, place);
  }

  #present(type: Exclude<TypeNode, NonNullTypeNode>, place: string): unknown {
    if (type.kind === 'NamedType') return this.#named(type, place);
    return this.#list(type, place);
  }

  #list({ type }: ListTypeNode, place: string): unknown[] {
    const length = this.#number(`${place}#`) % 4;
    return Array.from({ length }, (_, index) => this.at(type, `${place}.${index}`));
  }

  #named({ name: { value: name } }: NamedTypeNode, place: string): unknown {
    const number = this.#number(`${place}=`);
    switch (name) {
      case 'Int':
        return (number % 2001) - 1000;
      case 'Float':
        return (number % 1000) / 8;
      case 'Boolean':
        return number % 2 === 0;
      case 'Kind':
        return number % 2 ? 'RED' : 'GREEN';
      case 'Json':
        return { [`k${number % 3}`]: [number % 5, null, { __typename: 'No' }] };
      case 'ID':
      case 'String':
        return `${place} "${number % 9}"`;
      default:
        return this.#thing(name, number, place);
    }
  }

  #thing(name: string, number: number, place: string): Thing {
    const members = abstractOf(this.#model, name)?.members ?? [name];
    const type = members[number % members.length]!;
    const isEntity = objectOf(this.#model, type)?.kind === 'entity';
    return { type, key: isEntity ? `${type}-${number % 5}` : place, isSafe: this.#isSafe };
  }

  #number(place: string): number {
    return hash(`${this.#model.seed}:${place}`);
  }
}

/** What a field that requires another is made of. */
export function computed(field: FieldModel, thing: Thing, required: unknown): unknown {
  const text = `${thing.key} ${field.name} of ${JSON.stringify(required)}`;
  return namedType(field.type) === field.type.replace('!', '') ? text : [text, text];
}
