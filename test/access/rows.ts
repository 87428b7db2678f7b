import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@jest/globals';
import { findFiles } from '../../infra/import/find-files.ts';
import { projectRoot } from '../../shared/reference-data/project-root.ts';
import { importMutation } from '../../shared/register/register.ts';
import type { RequestContext } from '../../shared/subgraph/subgraph.ts';
import { load } from '../kit/ask.ts';
import { approval, network, signedOff } from '../kit/given-outcomes.ts';
import type { SubgraphUnderTest } from '../kit/subgraph.ts';
import { PEOPLE } from './people.ts';

const DEMO = findFiles(path.join(projectRoot(), 'infra/demo'));
const [region, submitted] = [network('Region', 'PL21'), signedOff()];

/** Rows of what no register holds. */
const ROWS: Readonly<Record<string, readonly object[]>> = {
  ...PEOPLE,
  outcomes: [region, submitted, approval(submitted, region)],
};

/** Gives a subgraph the demo, and a row of what the demo has none of. */
export async function givenRows<C extends RequestContext>(name: string, database: SubgraphUnderTest<C>): Promise<void> {
  await database.given(...(ROWS[name] ?? []));
  const mutations = database.schema.getMutationType()?.getFields() ?? {};
  for (const { register, partner, path: file } of DEMO) {
    const mutation = importMutation(register);
    if (!(mutation in mutations)) continue;
    expect(await load(database, mutation, partner, readFileSync(file, 'utf8'))).toMatchObject({ problems: [] });
  }
}
