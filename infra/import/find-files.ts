import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { REGISTERS } from './registers.ts';

export interface RegisterFile {
  /** The key of the partner whose register it is: the folder's name. */
  partner: string;
  register: string;
  path: string;
}

/**
 * Finds the registers in a partner's folder, or in a folder of such folders, in the order in which they can be imported.
 * Throws where there are none, and where a CSV file is no register.
 */
export function findFiles(folder: string): RegisterFile[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new Error(`There is no folder ${folder}. Name one that holds registers.`);
  }
  const entries = readdirSync(folder, { withFileTypes: true });
  const files = [
    ...filesOf(folder),
    ...entries.filter((entry) => entry.isDirectory()).flatMap((entry) => filesOf(path.join(folder, entry.name))),
  ];
  if (files.length === 0) throw new Error(`${folder} holds no registers: no CSV file in it, or one folder down.`);
  return files.sort((a, b) => rank(a.register) - rank(b.register) || a.path.localeCompare(b.path));
}

function filesOf(folder: string): RegisterFile[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.csv'));
  return names.map((name) => {
    const register = name.slice(0, -'.csv'.length);
    const file = path.join(folder, name);
    if (rank(register) < 0) throw new Error(`${file} is no register. The hub knows ${REGISTERS.join(', ')}.`);
    return { partner: path.basename(path.resolve(folder)), register, path: file };
  });
}

const rank = (register: string): number => REGISTERS.indexOf(register as (typeof REGISTERS)[number]);
