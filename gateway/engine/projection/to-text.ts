import { own, type Tree } from '../tree.ts';
import type { FieldShape, Shape, TypeShape } from './shape.ts';

/** Gives the JSON text of a merged tree, some objects of which stand in several places; undefined where it is not plain. */
export type TextProjection = (tree: Tree, shared: ReadonlySet<unknown>) => string | undefined;

/** Gives a value's JSON text; undefined where it is not plainly what the schema wants, and may need an error. */
type Write = (value: unknown, memo: Memo) => string | undefined;

/** The texts of shared objects, by who wrote them. */
class Memo {
  readonly #shared: ReadonlySet<unknown>;
  readonly #texts = new Map<Write, Map<unknown, string | undefined>>();

  constructor(shared: ReadonlySet<unknown>) {
    this.#shared = shared;
  }

  write(write: Write, value: unknown): string | undefined {
    if (!this.#shared.has(value)) return write(value, this);
    const texts = this.#texts.get(write) ?? new Map<unknown, string | undefined>();
    this.#texts.set(write, texts);
    const text = texts.get(value) ?? write(value, this);
    texts.set(value, text);
    return text;
  }
}

/**
 * Compiles a shape to what writes the answer's JSON straight from the merged tree. It knows the plain case alone: where
 * it gives undefined, the projection to objects has the last word.
 */
export function compileText(shape: Shape): TextProjection {
  const writers = new Map<Shape, Write>();

  function objectWriter({ fields, refusal }: Shape): Write {
    if (refusal) return () => undefined;
    const prefixes = fields.map(({ key }, i) => `${i === 0 ? '{' : ','}${JSON.stringify(key)}:`);
    const writes = fields.map(fieldWriter);
    if (fields.length === 0) return () => '{}';
    return (tree, memo) => {
      let text = '';
      for (let i = 0; i < writes.length; i++) {
        const value = writes[i]?.(tree, memo);
        if (value === undefined) return undefined;
        text += prefixes[i] + value;
      }
      return `${text}}`;
    };
  }

  function fieldWriter(field: FieldShape): Write {
    if (field.kind === 'introspection' || field.kind === 'refused') return () => undefined;
    if (field.kind === 'typename') {
      const text = field.type === null ? undefined : JSON.stringify(field.type);
      return () => text;
    }
    const write = valueWriter(field.type);
    const { from } = field;
    // What every object inherits is no part of an answer; any other key is read without a look.
    if (from in Object.prototype) return (tree, memo) => write(own(tree as Tree, from), memo);
    return (tree, memo) => write((tree as Tree)[from], memo);
  }

  function valueWriter(type: TypeShape): Write {
    if (type.kind === 'nonNull') {
      const write = valueWriter(type.of);
      return (value, memo) => (value === null || value === undefined ? undefined : write(value, memo));
    }
    const write = presentWriter(type);
    return (value, memo) => (value === null || value === undefined ? 'null' : write(value, memo));
  }

  function presentWriter(type: Exclude<TypeShape, { kind: 'nonNull' }>): Write {
    if (type.kind === 'leaf') return type.write;
    if (type.kind === 'list') return listWriter(valueWriter(type.of));
    let last: { inner: Shape; write: Write } | undefined;
    return (value, memo) => {
      if (typeof value !== 'object' || Array.isArray(value)) return undefined;
      const inner = type.shapeOf(value as Tree);
      if (!inner) return undefined;
      if (inner !== last?.inner) last = { inner, write: writerOf(inner) }; // nearly always that of the object before
      return memo.write(last.write, value);
    };
  }

  function writerOf(inner: Shape): Write {
    const known = writers.get(inner);
    if (known) return known;
    const made = objectWriter(inner);
    writers.set(inner, made);
    return made;
  }

  const write = writerOf(shape);
  return (tree, shared) => write(tree, new Memo(shared));
}

function listWriter(write: Write): Write {
  return (value, memo) => {
    if (!Array.isArray(value)) return undefined;
    let text = '[';
    for (let i = 0; i < value.length; i++) {
      const item = write(value[i], memo);
      if (item === undefined) return undefined;
      text += i === 0 ? item : `,${item}`;
    }
    return `${text}]`;
  };
}
