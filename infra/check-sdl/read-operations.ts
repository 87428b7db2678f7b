import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse, print, separateOperations } from 'graphql';
import { readManifest } from '../../gateway/graphql-over-http/registered-operations.ts';
import type { RehearsedOperation } from '../../gateway/publish-check/rehearse-apart.ts';

/**
 * The operations that clients registered, from a folder: `.graphql` and `.gql` files, and `.json` manifests, as the gateway
 * reads them. Throws where the gateway would refuse one.
 */
export function readOperations(folder: string): RehearsedOperation[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .flatMap((name) => {
      const file = path.join(folder, name);
      if (/\.(graphql|gql)$/.test(name)) return operationsIn(readFileSync(file, 'utf8'), file);
      return name.endsWith('.json') ? manifestIn(file) : [];
    });
}

function manifestIn(file: string): RehearsedOperation[] {
  try {
    return [...readManifest(readFileSync(file, 'utf8')).values()].flatMap((document) => operationsIn(document, file));
  } catch (cause) {
    throw new Error(`${file} is no manifest of operations: ${(cause as Error).message}`, { cause });
  }
}

/** Each with its fragments alone, so that one that breaks is not told of the others; a document that cannot be read is one. */
export function operationsIn(source: string, file: string): RehearsedOperation[] {
  try {
    return Object.entries(separateOperations(parse(source))).map(([name, document]) => ({
      name: `${name || 'an operation'} in ${file}`,
      source: print(document),
    }));
  } catch {
    return [{ name: `an operation in ${file}`, source }];
  }
}
