import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Kind, parse } from 'graphql';
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

/** A document that cannot be read is one operation, and named by its file. */
export function operationsIn(source: string, file: string): RehearsedOperation[] {
  const names = namesIn(source);
  if (names.length < 2) return [{ name: `${names[0] ?? 'an operation'} in ${file}`, source }];
  return names.map((operationName) => ({ name: `${operationName} in ${file}`, source, operationName }));
}

function namesIn(source: string): string[] {
  try {
    return parse(source).definitions.flatMap((definition) =>
      definition.kind === Kind.OPERATION_DEFINITION && definition.name ? [definition.name.value] : [],
    );
  } catch {
    return [];
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
