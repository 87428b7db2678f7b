import { read, utils } from '@e965/xlsx';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import JSONstat from 'jsonstat-toolkit';
import {
  type FakeColumn,
  FakeReleases,
  fakeCategory,
  fakeIndicator,
  fakeRelease,
} from '../../test/kit/fake-releases.ts';

const hub = new FakeReleases();
beforeAll(() => hub.start());
afterAll(() => hub.stop());

const participants = fakeIndicator('EECO01', { en: 'Participants', pl: 'Uczestnicy' });
const women = fakeCategory('SEX', 'F', { en: 'Women', pl: 'Kobiety' });
const others = fakeCategory('SEX', 'MX', { en: 'Men and non-binary', pl: 'Mężczyźni i osoby niebinarne' });
const inactive = fakeCategory('EMPLOYMENT', 'INACTIVE', { en: 'Inactive', pl: 'Bierne zawodowo' });
const hours = fakeIndicator(
  'NH-T1',
  { en: 'Hours of advice', pl: 'Godziny poradnictwa' },
  { unit: 'hours', decimals: 2 },
);
const offices = fakeIndicator('EECO18', { en: 'Offices', pl: 'Urzędy' }, { unit: 'offices', subject: 'ORGANISATION' });
const unemployed = fakeIndicator('EECO02', { en: 'Unemployed', pl: 'Bezrobotni' });

const column = (indicator: FakeColumn['indicator'], ...category: FakeColumn['category']): FakeColumn => ({
  indicator,
  category,
  basis: 'MEASURED',
});
const COLUMNS = [
  column(participants),
  column(participants, women),
  column(participants, others),
  column(participants, inactive, women),
  column(hours),
  column(offices),
  { ...column(unemployed), basis: 'ESTIMATE' },
];
const REGION = { code: 'PL21', name: 'Małopolskie', level: 'REGIONAL' };
const KRAKOW = { code: 'PL213', name: 'Miasto Kraków', level: 'LOCAL' };
const release = (more = {}) =>
  fakeRelease(
    COLUMNS,
    [
      { territory: REGION, values: [130, 70, 60, 25, 1234.5, 3, 40] },
      { territory: KRAKOW, values: [110, null, null, null, 1000, 0, null] },
    ],
    more,
  );

const csv = async (file: string): Promise<Record<string, string>[]> =>
  parse(await (await hub.take(file)).text(), { columns: true, bom: true });

it('writes SDMX-CSV 2.0: every cell with its whole key, and what is hidden without a value', async () => {
  hub.given(release());
  const response = await hub.take('Release_3f1d/sdmx.csv');
  const text = await response.text();

  expect(response.headers.get('content-type')).toMatch(/^application\/vnd\.sdmx\.data\+csv;version=2\.0\.0/);
  expect(text.split('\r\n').slice(0, 2)).toEqual([
    'STRUCTURE,STRUCTURE_ID,ACTION,GEO,TIME_PERIOD,FREQ,INDICATOR,EMPLOYMENT,SEX,OBS_VALUE,OBS_STATUS,OBS_FLAG,CONF_STATUS,UNIT_MEASURE,DECIMALS,BASIS',
    'dataflow,NOWAHUTA:PEOPLE(1.0.0),R,PL21,2025,A,EECO01,_T,_T,130,A,,F,PERSONS,0,MEASURED',
  ]);
  const lines: Record<string, string>[] = parse(text, { columns: true });
  expect(lines).toHaveLength(14);
  expect(lines[3]).toMatchObject({ EMPLOYMENT: 'INACTIVE', SEX: 'F', OBS_VALUE: '25' });
  expect(lines[4]).toMatchObject({ OBS_VALUE: '1234.5', UNIT_MEASURE: 'HOURS', DECIMALS: '2' });
  expect(lines[6]).toMatchObject({ OBS_STATUS: 'E', BASIS: 'ESTIMATE' });
  const hidden = { OBS_VALUE: '', OBS_STATUS: 'Q', OBS_FLAG: 'c', CONF_STATUS: 'C' };
  expect(lines.filter(({ OBS_VALUE }) => OBS_VALUE === '')).toEqual(
    [lines[8], lines[9], lines[10], lines[13]].map((line) => ({ ...line, GEO: 'PL213', ...hidden })),
  );
  expect(lines[12]).toMatchObject({ OBS_VALUE: '0', OBS_STATUS: 'A', CONF_STATUS: 'F' });
});

it('writes JSON-stat 2.0 that the toolkit of its author reads: values, flags, roles, units and labels', async () => {
  hub.given(release());
  const cube = JSONstat(await (await hub.take('Release_3f1d/data.json?language=pl')).json());

  expect([cube.class, cube.label, cube.source, cube.size]).toEqual([
    'dataset',
    'Osoby, 2025, Małopolskie',
    'Małopolska',
    [2, 1, 7],
  ]);
  expect(cube.role).toMatchObject({ geo: ['GEO'], time: ['TIME_PERIOD'], metric: ['FIGURE'] });
  const cell = (GEO: string, FIGURE: string) => cube.Data({ GEO, TIME_PERIOD: '2025', FIGURE });
  expect(cell('PL21', 'EECO01;SEX=F')).toMatchObject({ value: 70, status: null });
  expect(cell('PL21', 'EECO01;EMPLOYMENT=INACTIVE;SEX=F')).toMatchObject({ value: 25 });
  expect(cell('PL213', 'EECO18')).toMatchObject({ value: 0, status: null });
  expect(cell('PL213', 'EECO01;SEX=F')).toMatchObject({ value: null, status: 'c' });
  expect(cube.value.filter((value) => value === null)).toHaveLength(4);
  expect(cube.Dimension('GEO').Category('PL213').label).toBe('Miasto Kraków');
  const figures = cube.Dimension('FIGURE');
  expect(figures.Category('EECO01;SEX=F').label).toBe('Uczestnicy: Kobiety');
  expect(figures.Category('NH-T1').unit).toEqual({ label: 'hours', decimals: 2 });
});

it('writes lines for people, in their language and with what Excel knows UTF-8 by', async () => {
  hub.given(release());
  const response = await hub.take('Release_3f1d/data.csv?language=pl');
  const bytes = Buffer.from(await response.arrayBuffer());

  expect(response.headers.get('content-language')).toBe('pl');
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const lines = parse(bytes, { columns: true, bom: true });
  expect(lines[1]).toEqual({
    'Kod terytorium': 'PL21',
    Terytorium: 'Małopolskie',
    Poziom: 'regionalny',
    Okres: '2025',
    'Kod wskaźnika': 'EECO01',
    Wskaźnik: 'Uczestnicy',
    'Kod kategorii': 'SEX=F',
    Kategoria: 'Kobiety',
    Jednostka: 'persons',
    Wartość: '70',
    Flaga: '',
  });
  const english = await csv('Release_3f1d/data.csv');
  expect(english[8]).toMatchObject({ Territory: 'Miasto Kraków', Category: 'Women', Value: '', Flag: 'c' });
});

it('writes a workbook with a row for each territory, and a sheet that says what it is', async () => {
  hub.given(release({ status: 'SUPERSEDED' }));
  const response = await hub.take('Release_3f1d/data.xlsx');
  const book = read(Buffer.from(await response.arrayBuffer()));

  expect(book.SheetNames).toEqual(['Figures', 'About']);
  const rows = utils.sheet_to_json<unknown[]>(book.Sheets.Figures ?? {}, { header: 1 });
  expect(rows.slice(2)).toEqual([
    [null, null, null, '', 'Women', 'Men and non-binary', 'Inactive, Women', '', '', ''].map(
      (cell) => cell || undefined,
    ),
    ['Territory code', 'Territory', 'Level', 'persons', 'persons', 'persons', 'persons', 'hours', 'offices', 'persons'],
    ['PL21', 'Małopolskie', 'regional', 130, 70, 60, 25, 1234.5, 3, 40],
    ['PL213', 'Miasto Kraków', 'local', 110, 'c', 'c', 'c', 1000, 0, 'c'],
  ]);
  const about = utils.sheet_to_json<string[]>(book.Sheets.About ?? {}, { header: 1 });
  expect(about).toContainEqual(['Counts from', 'Nowa Huta']);
  expect(about).toContainEqual(['Left out', 'Men and women are told apart in no municipality.']);
  expect(about).toContainEqual(['Status', 'superseded: a later release of the same period is published']);
});

it('writes the table of ESF+: the common indicators alone, for participants, hidden ones as c', async () => {
  hub.given(release());
  const [region, krakow, nobody] = await Promise.all(
    ['', '?territory=PL213', '?territory=PL214'].map((search) => csv(`Release_3f1d/esf-plus.csv${search}`)),
  );

  const line = (Code: string, label: string, Counted: string, ...[Women, Men, Total]: string[]) => ({
    ...{ Code, 'Common indicator': label, Counted, Women, 'Men and non-binary': Men, Total },
  });
  expect(region).toEqual([
    line('EECO01', 'Participants', 'participants', '70', '60', '130'),
    line('EECO02', 'Unemployed', 'participants', '', '', '40'),
    line('EECO18', 'Offices', 'offices', '', '', '3'),
  ]);
  expect(krakow).toEqual([
    line('EECO01', 'Participants', 'participants', 'c', 'c', '110'),
    line('EECO02', 'Unemployed', 'participants', '', '', 'c'),
    line('EECO18', 'Offices', 'offices', '', '', '0'),
  ]);
  expect(nobody?.map(({ Women, Total }) => [Women, Total])).toEqual([
    ['0', '0'],
    ['', '0'],
    ['', '0'],
  ]);
});

it('has no ESF+ table of a dataset without the common indicators', async () => {
  hub.given(fakeRelease([column(hours)], []));
  const response = await hub.take('Release_3f1d/esf-plus.csv');

  expect([response.status, (await response.json()).errors[0].message]).toEqual([
    404,
    'The dataset PEOPLE has none of the common indicators of ESF+.',
  ]);
});

it.each(['=1+1', '+48 12', '-2', '@SUM(A1)', '\t=1', '\r=1', '＝1'])(
  'lets no spreadsheet run %j as a formula, and leaves numbers as they are',
  async (name) => {
    hub.given(fakeRelease([column(participants)], [{ territory: { ...KRAKOW, name }, values: [-4] }]));
    const [line] = await csv('Release_3f1d/data.csv');
    const book = read(Buffer.from(await (await hub.take('Release_3f1d/data.xlsx')).arrayBuffer()), {
      cellFormula: true,
    });

    expect([line?.Territory, line?.Value]).toEqual([`'${name}`, '-4']);
    const sheet = book.Sheets.Figures ?? {};
    expect(sheet.B5).toMatchObject({ t: 's' });
    expect(Object.values(sheet).filter((cell) => cell?.f !== undefined)).toEqual([]);
  },
);

it.each(['constructor', '__proto__', 'toString'])('writes the name %s like any other', async (name) => {
  hub.given(fakeRelease([column(participants)], [{ territory: { ...KRAKOW, name }, values: [4] }]));
  const book = read(Buffer.from(await (await hub.take('Release_3f1d/data.xlsx')).arrayBuffer()));
  const cube = JSONstat(await (await hub.take('Release_3f1d/data.json')).json());

  expect(utils.sheet_to_json(book.Sheets.Figures ?? {}, { header: 1, range: 4 })).toEqual([
    ['PL213', `${name} `, 'local', 4],
  ]);
  expect(cube.Dimension('GEO').Category('PL213').label).toBe(name);
});
