import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { preset } from '@graphql-codegen/client-preset';
import { codegen } from '@graphql-codegen/core';
import { type GraphQLSchema, parse, printSchema } from 'graphql';

const OPERATIONS = 'gateway/dashboard/app';
const GENERATED = `${OPERATIONS}/graph/generated/`;

/**
 * What the dashboard's `*.graphql` files come to: their types and hashes for its code (`graphql.ts`), and the documents behind the
 * hashes for the gateway (`persisted-documents.json`), so that no document travels. Path from the project's root → text.
 */
export async function dashboardFiles(schema: GraphQLSchema): Promise<Map<string, string>> {
  const documents = readdirSync(OPERATIONS, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.graphql'))
    .sort()
    .map((file) => path.join(OPERATIONS, file))
    .map((location) => {
      const rawSDL = readFileSync(location, 'utf8');
      return { location, rawSDL, document: parse(rawSDL) };
    });
  const sections = await preset.buildGeneratesSection({
    baseOutputDir: GENERATED,
    presetConfig: {
      fragmentMasking: false,
      persistedDocuments: { mode: 'replaceDocumentWithHash', hashAlgorithm: 'sha256' },
    },
    schema: parse(printSchema(schema)),
    schemaAst: schema,
    documents,
    config: { defaultScalarType: 'string', enumType: 'string-literal', useTypeImports: true }, // all scalars travel as strings
    plugins: [],
    pluginMap: {},
  });
  const wanted = sections.filter(({ filename }) => /(graphql\.ts|persisted-documents\.json)$/.test(filename));
  const texts = await Promise.all(wanted.map(async (section) => [section.filename, await codegen(section)] as const));
  return new Map(texts);
}
