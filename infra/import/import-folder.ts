import path from 'node:path';
import { importMutation } from '../../shared/register/register.ts';
import { ask, type Hub } from '../ask.ts';
import { describeProblem, type LineProblem } from '../line-problem.ts';
import { NOT_UTF8, readUtf8 } from '../read-utf8.ts';
import { findFiles, type RegisterFile } from './find-files.ts';
import { missing, type Reference } from './missing.ts';

interface Report {
  added: number;
  changed: number;
  unchanged: number;
  problems: LineProblem[];
  references: { line: number; column: string; id: string }[];
}

/**
 * Imports every register of a folder into a running hub, each file in a transaction of its own, and says what became of
 * it. Gives false where a file was refused; the others are stored all the same.
 */
export async function importFolder(hub: Hub, folder: string, say: (line: string) => void): Promise<boolean> {
  const files = findFiles(folder);
  const references: Reference[] = [];
  let refused = 0;
  for (const [i, file] of files.entries()) {
    const name = path.relative(folder, file.path);
    const report = await importFile(hub, file);
    if (typeof report === 'string' || report.problems.length > 0) {
      refused++;
      say(`[${i + 1}/${files.length}] ${name}: refused, nothing of it is stored`);
      for (const line of typeof report === 'string'
        ? [report]
        : report.problems.map((one) => describeProblem(name, one)))
        say(`  ${line}`);
      continue;
    }
    say(
      `[${i + 1}/${files.length}] ${name}: ${report.added} added, ${report.changed} changed, ${report.unchanged} as before`,
    );
    references.push(...report.references.map((reference) => ({ ...reference, file: name })));
  }
  for (const { file, line, column, id } of await missing(hub, references)) {
    say(`${file}:${line}: ${column}: refers to ${id}, which no subgraph has yet; it will be found once it is imported`);
  }
  if (refused > 0)
    say(`${refused} of ${files.length} files refused. Correct the lines above and import again; what is stored stays.`);
  return refused === 0;
}

/** The subgraph's report, or why there is none. */
async function importFile(hub: Hub, { register, partner, path: file }: RegisterFile): Promise<Report | string> {
  const csv = readUtf8(file);
  if (csv === null) return `${NOT_UTF8} and import it again.`;
  const mutation = `mutation ($partner: String!, $csv: String!) {
    report: ${importMutation(register)}(partner: $partner, csv: $csv) {
      added changed unchanged problems { line column reason } references { line column id }
    }
  }`;
  const { data, errors } = await ask<{ report: Report | null }>(hub, mutation, { partner, csv });
  return data?.report ?? errors?.map(({ message }) => message).join(' ') ?? 'The hub gave no report.';
}
