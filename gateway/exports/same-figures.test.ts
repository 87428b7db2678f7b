import { read, utils } from '@e965/xlsx';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import JSONstat from 'jsonstat-toolkit';
import { findTerritory } from '../../shared/territory/territory.ts';
import { FakeReleases, fakeCategory, fakeIndicator, fakeRelease } from '../../test/kit/fake-releases.ts';

const hub = new FakeReleases();
beforeAll(() => hub.start());
afterAll(() => hub.stop());

const CODES = ['PL21', 'PL213', 'PL_1261011', 'PL_1261011-D18', 'PL214', 'PL217'];
const awkward = fc.stringMatching(/^[-=+@"',;\n a-zżó]{1,12}$/).filter((name) => name.trim() !== '');
const both = awkward.map((label) => ({ en: label, pl: label }));
const value = (decimals: number) =>
  fc.option(fc.integer({ min: 0, max: 10 ** 9 }).map((whole) => whole / 10 ** decimals));

/** A release of any shape: indicators with some of the categories of two traits, and figures of some territories. */
const aRelease = fc
  .array(fc.record({ label: both, decimals: fc.nat(2), categories: fc.subarray(['F', 'MX', 'INACTIVE']) }), {
    minLength: 1,
    maxLength: 4,
  })
  .chain((indicators) => {
    const columns = indicators.flatMap(({ label, decimals, categories }, i) => {
      const indicator = fakeIndicator(`EECO0${i + 1}`, label, { decimals });
      const of = (code: string) => fakeCategory(code === 'INACTIVE' ? 'EMPLOYMENT' : 'SEX', code, label);
      return [[], ...categories.map((code) => [of(code)])].map((category) => ({
        indicator,
        category,
        basis: 'SAMPLE',
      }));
    });
    const row = fc.record({
      name: awkward,
      values: fc.tuple(...columns.map(({ indicator }) => value(indicator.decimals))),
    });
    const places = fc.subarray(CODES, { minLength: 1 });
    return fc
      .tuple(
        places,
        fc.array(row, { minLength: CODES.length, maxLength: CODES.length }),
        fc.integer({ min: 1, max: 4 }),
      )
      .map(([codes, given, pageSize]) => ({
        columns,
        pageSize,
        rows: codes.flatMap((code, i) => {
          const { name, values } = given[i] ?? { name: code, values: [] };
          return [{ territory: { code, name, level: findTerritory(code)?.level ?? '' }, values: [...values] }];
        }),
      }));
  });

const take = async (file: string) => Buffer.from(await (await hub.take(`Release_3f1d/${file}`)).arrayBuffer());

const expectedOf = (rows: { values: (number | null)[] }[]) =>
  rows.map(({ values }) => values.map((figure) => figure ?? 'c'));

it('says the same figures in every file of text, as readers of other authors read them', async () => {
  await fc.assert(
    fc.asyncProperty(aRelease, async ({ columns, rows, pageSize }) => {
      hub.given(fakeRelease(columns, rows));
      hub.pageSize = pageSize;
      const expected = expectedOf(rows);

      const figure = (cell: string | undefined) => (cell === '' ? 'c' : Number(cell));
      const inLines = (lines: Record<string, string>[], column: string) =>
        rows.map((_, i) =>
          lines.slice(i * columns.length, (i + 1) * columns.length).map((line) => figure(line[column])),
        );
      expect(inLines(parse(await take('sdmx.csv'), { columns: true }), 'OBS_VALUE')).toEqual(expected);
      expect(inLines(parse(await take('data.csv'), { columns: true, bom: true }), 'Value')).toEqual(expected);

      const cube = JSONstat(JSON.parse((await take('data.json')).toString()));
      const figures = cube.Dimension('FIGURE').id;
      const cell = (GEO: string, FIGURE: string) => cube.Data({ GEO, FIGURE, TIME_PERIOD: '2025' });
      expect(
        rows.map(({ territory }) =>
          figures.map((code) => cell(territory.code, code)?.value ?? cell(territory.code, code)?.status),
        ),
      ).toEqual(expected);

      const table: Record<string, string>[] = parse(await take('esf-plus.csv'), { columns: true, bom: true });
      const region = rows.find(({ territory }) => territory.code === 'PL21')?.values;
      const totals = columns.flatMap(({ category }, i) =>
        category.length > 0 ? [] : [region ? (region[i] ?? 'c') : 0],
      );
      expect(table.map(({ Total }) => (Total === 'c' ? 'c' : Number(Total)))).toEqual(totals);
    }),
    { numRuns: 40 },
  );
}, 60_000);

it('says them in the workbook, too', async () => {
  await fc.assert(
    fc.asyncProperty(aRelease, async ({ columns, rows, pageSize }) => {
      hub.given(fakeRelease(columns, rows));
      hub.pageSize = pageSize;

      const sheet = read(await take('data.xlsx')).Sheets.Figures ?? {};
      const cells = utils.sheet_to_json<unknown[]>(sheet, { header: 1, range: 4 });
      expect(cells.map((row) => row.slice(3))).toEqual(expectedOf(rows));
      expect(cells.map((row) => `${row[1]}`.trim())).toEqual(rows.map(({ territory }) => territory.name.trim()));
    }),
    { numRuns: 8 },
  );
}, 60_000);
