import { GraphQLError } from 'graphql';
import { type Refusal, refusedAt } from '../access/refusal.ts';
import { INTERNAL_SERVER_ERROR } from '../report/failures.ts';
import type { Report } from '../report/report.ts';
import { isTree, own, type Tree, type TreePath } from '../tree.ts';
import type { DataField, FieldShape, IntrospectionField, Shape, TypeShape } from './shape.ts';

/** What one projection works with. */
export interface Projecting {
  report: Report;
  introspect(field: IntrospectionField): unknown;
}

/** Where a value stands, from the inside out: turned into a path only for an error. */
interface Place {
  parent: Place | undefined;
  step: string | number;
}

/** Signals a null where none may be: what holds it becomes null in its place. */
const FORBIDDEN = undefined;

/** Reads the client's answer from the merged tree as objects; null where nulls went all the way up. */
export function projectToObject(shape: Shape, tree: Tree, { report, introspect }: Projecting): Tree | null {
  function object({ fields }: Shape, source: Tree, place: Place | undefined): Tree | null {
    const answer: Tree = Object.create(null);
    for (const field of fields) {
      const value = fieldValue(field, source, place);
      if (value === FORBIDDEN) return null;
      answer[field.key] = value;
    }
    return answer;
  }

  function fieldValue(field: FieldShape, source: Tree, parent: Place | undefined): unknown {
    if (field.kind === 'data')
      return complete(field.type, own(source, field.from), field, { parent, step: field.from });
    if (field.kind === 'introspection') return introspect(field);
    if (field.kind === 'refused') {
      refuse(field.refusal, { parent, step: field.from });
      return field.mayBeNull ? null : FORBIDDEN;
    }
    return field.type ?? forbidden(field.coordinate, { parent, step: field.from });
  }

  function complete(type: TypeShape, value: unknown, field: DataField, place: Place): unknown {
    if (type.kind === 'nonNull') {
      return complete(type.of, value, field, place) ?? forbidden(field.coordinate, place);
    }
    if (value === undefined || value === null) return null;

    if (type.kind === 'leaf') return leaf(type.read, value, place);
    if (type.kind === 'list') return list(type.of, value, field, place);
    if (!isTree(value)) return misshapen(`Expected an object for the field ${field.coordinate}.`, place);
    const shape = type.shapeOf(value);
    if (!shape) return misshapen(`The type of the object for ${field.coordinate} is not one of the schema's.`, place);
    return shape.refusal ? refuse(shape.refusal, place) : object(shape, value, place);
  }

  function list(of: TypeShape, value: unknown, field: DataField, place: Place): unknown[] | null {
    if (!Array.isArray(value)) return misshapen(`Expected a list for the field ${field.coordinate}.`, place);
    const items: unknown[] = [];
    for (const [step, item] of value.entries()) {
      const completed = complete(of, item, field, { parent: place, step });
      if (completed === FORBIDDEN) return null;
      items.push(completed);
    }
    return items;
  }

  function leaf(read: (value: unknown) => unknown, value: unknown, place: Place): unknown {
    try {
      return read(value);
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      return misshapen(error.message, place);
    }
  }

  function refuse(refusal: Refusal, place: Place): null {
    report.add(refusedAt(refusal, pathOf(place)));
    return null;
  }

  function misshapen(message: string, place: Place): null {
    report.add({ message, path: pathOf(place), extensions: { code: INTERNAL_SERVER_ERROR } });
    return null;
  }

  function forbidden(coordinate: string, place: Place): typeof FORBIDDEN {
    const path = pathOf(place);
    if (!report.explains(path)) misshapen(`Cannot return null for non-nullable field ${coordinate}.`, place);
    return FORBIDDEN;
  }

  return object(shape, tree, undefined);
}

function pathOf(place: Place): TreePath {
  const path: (string | number)[] = [];
  for (let at: Place | undefined = place; at; at = at.parent) path.push(at.step);
  return path.reverse();
}
