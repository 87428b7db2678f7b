import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { toUuid } from '../../shared/register/column.ts';

/** The folder of rows that no partner's register brought. */
export const BORN_IN_HUB = 'hub';

export interface RegisterText {
  partner: string;
  register: string;
  csv: string;
}

/**
 * Puts `partner/key`, which people can read, in the place of the uuids of rows that are in one of the files. A row that
 * was born in the hub has no key but its uuid, which every file names it by.
 */
export function namedReferences(texts: RegisterText[]): RegisterText[] {
  const files = texts.map((text) => ({ ...text, records: parse(text.csv) as string[][] }));
  const names = new Map<string, { partner: string; key: string }>();
  for (const { partner, records } of files) {
    if (partner === BORN_IN_HUB) continue;
    for (const [key = ''] of records.slice(1)) names.set(toUuid(partner, key), { partner, key });
  }
  return files.map(({ partner, register, records }) => {
    const nameOf = (cell: string): string => {
      const name = names.get(cell);
      if (!name) return cell;
      return name.partner === partner ? name.key : `${name.partner}/${name.key}`;
    };
    const named = records.map(([key = '', ...cells]) => [key, ...cells.map(nameOf)]);
    return { partner, register, csv: stringify(named) };
  });
}
