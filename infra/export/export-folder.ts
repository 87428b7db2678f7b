import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { exportQuery } from '../../shared/register/register.ts';
import { ask, type Hub } from '../ask.ts';
import { REGISTERS } from '../import/registers.ts';
import { BORN_IN_HUB, namedReferences, type RegisterText } from './named-references.ts';

/**
 * Writes every register of a running hub into an empty folder, one folder for each partner, as `import` reads them.
 * Throws, and writes nothing, where the folder is not empty or a subgraph does not answer.
 */
export async function exportFolder(hub: Hub, folder: string, say: (line: string) => void): Promise<void> {
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new Error(`${folder} is not empty. Name a new folder.`);

  const texts: RegisterText[] = [];
  for (const register of REGISTERS) {
    const query = `{ files: ${exportQuery(register)} { partner csv } }`;
    const { data, errors } = await ask<{ files: { partner: string | null; csv: string }[] }>(hub, query);
    if (!data?.files)
      throw new Error(`The register ${register} cannot be read: ${errors?.[0]?.message ?? 'no answer'}`);
    texts.push(...data.files.map(({ partner, csv }) => ({ partner: partner ?? BORN_IN_HUB, register, csv })));
  }

  for (const { partner, register, csv } of namedReferences(texts)) {
    mkdirSync(path.join(folder, partner), { recursive: true });
    writeFileSync(path.join(folder, partner, `${register}.csv`), csv);
  }
  say(`${texts.length} registers of ${new Set(texts.map(({ partner }) => partner)).size} partners are in ${folder}`);
}
