import { validate } from 'uuid';

/** The id that the graph shows: the type's name, by which `node(id:)` finds the owner, and the row's uuid. */
export const toGlobalId = (type: string, uuid: string): string => `${type}_${uuid}`;

/** The uuid in an id of the given type; null for an id of another type or of no type, which finds nothing. */
export function uuidOf(type: string, globalId: string): string | null {
  if (!globalId.startsWith(`${type}_`)) return null;
  const uuid = globalId.slice(type.length + 1);
  return isUuid(uuid) ? uuid : null;
}

/** The type that an id names; null where it is no id of this graph. */
export function typeOf(globalId: string): string | null {
  const cut = globalId.lastIndexOf('_');
  return cut > 0 && isUuid(globalId.slice(cut + 1)) ? globalId.slice(0, cut) : null;
}

/** In lower case, as the database writes it: one id has one spelling. */
const isUuid = (text: string): boolean => validate(text) && text === text.toLowerCase();
