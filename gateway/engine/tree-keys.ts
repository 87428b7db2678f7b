import { type FieldNode, print } from 'graphql';

const MARK = /^_\d+_/;

/** Under which key the merged tree holds a field; the same for the same node whenever it is asked. */
export type TreeKeys = (field: FieldNode) => string;

/**
 * Gives the fields of one document keys such that one key never has two meanings.
 *
 * A client may call one field by the name of another (`id: name`) and the planner then puts keys of its own beside
 * it (`id`). A client may ask for one field with other arguments under another type, and the planner then aborts the
 * whole process (graphql-hive/router issue 1311). And where a `@requires` wants a field with arguments, the planner may
 * lay that over the client's. So whatever is not simply a field by its name, without arguments, or has its name in
 * `requiredWithArguments`, has the number of its kind put before its key.
 */
export function createTreeKeys(requiredWithArguments: ReadonlySet<string>): TreeKeys {
  const numbers = new Map<string, number>();

  return (field) => {
    const name = field.name.value;
    const key = field.alias?.value ?? name;
    const given = field.arguments ?? [];
    const isPlain = key === name && given.length === 0 && !MARK.test(name) && !requiredWithArguments.has(name);
    if (name === '__typename' || isPlain) return name;

    const kind = `${key}:${name}(${given.map(print).sort().join()})`;
    const number = numbers.get(kind) ?? numbers.size;
    numbers.set(kind, number);
    return `_${number}_${key}`;
  };
}

/** The key that the client knows, from the key in the tree. */
export function clientKey(key: string): string {
  return key.replace(MARK, '');
}
