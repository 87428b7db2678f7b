import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse, print, separateOperations } from 'graphql';
import type { RehearsedOperation } from '../../gateway/publish-check/rehearse-apart.ts';

/**
 * The operations that clients registered, from a folder: `.graphql` and `.gql` files, and `.json` manifests, which are Apollo's
 * (`{"operations": [{"name", "body"}]}`) or give each document by its hash (`{"<sha256>": "query …"}`).
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
  const manifest: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!isRecord(manifest)) throw new Error(`${file} is no manifest of operations.`);
  const bodies = Array.isArray(manifest.operations)
    ? manifest.operations.map((entry: unknown) => (isRecord(entry) ? entry.body : undefined))
    : Object.values(manifest);
  return bodies.flatMap((body) => {
    if (typeof body !== 'string') throw new Error(`${file} has an operation without a text.`);
    return operationsIn(body, file);
  });
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

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
