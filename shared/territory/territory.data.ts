import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../reference-data/project-root.ts';

/** A row of one of the lists in `data/`, before it has its place in the tree. */
export interface Listed {
  code: string;
  name: string;
  parentCode: string | null;
}

/** Countries and their regions; only the members stand beneath the EU. */
export function readNuts(): Listed[] {
  return read<'code' | 'parent' | 'name' | 'eu27'>('nuts-2024.csv').map(({ code, parent, name, eu27 }) => ({
    code,
    name,
    parentCode: parent || (eu27 === '1' ? 'EU' : null),
  }));
}

export function readPolishCounties(): Listed[] {
  const rows = read<'teryt' | 'name' | 'nuts3'>('pl-counties.csv');
  return rows.map(({ teryt, name, nuts3 }) => ({ code: `PL_${teryt}`, name, parentCode: nuts3 }));
}

/** The first four digits of a municipality are those of its county. */
export function readPolishMunicipalities(): Listed[] {
  const rows = read<'teryt' | 'name'>('pl-municipalities.csv');
  return rows.map(({ teryt, name }) => ({ code: `PL_${teryt}`, name, parentCode: `PL_${teryt.slice(0, 4)}` }));
}

export function readKrakowDistricts(): Listed[] {
  const rows = read<'local_code' | 'name'>('krakow-districts.csv');
  return rows.map(({ local_code, name }) => ({ code: `PL_${local_code}`, name, parentCode: 'PL_1261011' }));
}

/** The lists have no quotes, so that a split will do; csv-parse would make the loading take 80 ms instead of 40. */
function read<Column extends string>(file: string): Record<Column, string>[] {
  const lines = readFileSync(path.join(projectRoot(), 'shared/territory/data', file), 'utf8')
    .trimEnd()
    .split('\n');
  const [columns = [], ...rows] = lines.map((line) => line.split(';'));
  return rows.map(
    (row) => Object.fromEntries(columns.map((column, at) => [column, row[at]])) as Record<Column, string>,
  );
}
