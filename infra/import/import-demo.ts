import { existsSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../shared/reference-data/project-root.ts';
import { ask, type Hub } from '../ask.ts';
import { importFolder } from './import-folder.ts';
import { publishDemo } from './publish-demo.ts';

interface DemoOptions {
  hub: string;
  home: string;
  operatorToken: string;
  say: (line: string) => void;
}

const COUNTS = `{
  organisations(first: 0) { totalCount }
  municipalities(first: 0) { totalCount }
  supportCentres(first: 0) { totalCount }
  parentInstitutions(first: 0) { totalCount }
  services(first: 0) { totalCount }
  networks(first: 0) { totalCount }
}`;

/** Fills a hub whose databases are all empty with the Nowa Huta registers; goes on where an earlier start was interrupted. */
export async function importDemo({ hub: url, home, operatorToken, say }: DemoOptions): Promise<void> {
  const hub = { url, operatorToken };
  const begun = path.join(home, 'demo-import-begun');
  if (!existsSync(begun) && !(await isEmpty(hub))) return;

  say('importing the registers of Nowa Huta');
  writeFileSync(begun, '');
  const whole = await importFolder(hub, path.join(projectRoot(), 'infra/demo'), (line) => say(`  ${line}`));
  if (!whole) return;
  say('publishing its outcomes');
  await publishDemo(hub, (line) => say(`  ${line}`));
  rmSync(begun);
}

/** A subgraph that does not answer may hold anything, so a hub with one is not empty. */
async function isEmpty(hub: Hub): Promise<boolean> {
  const { data, errors } = await ask<Record<string, { totalCount: number }>>(hub, COUNTS);
  return !errors && Object.values(data ?? {}).every(({ totalCount }) => totalCount === 0);
}
