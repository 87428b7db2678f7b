import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { writeFigures } from './figure.ts';
import { inOnePlace } from './one-place.ts';

const figure = (territory: string, value: string, indicator = 'HOURS', category = '') => ({
  indicator,
  category,
  territory,
  value,
});

it('counts in the municipality what is in its districts, where some of it names no district', () => {
  const figures = [
    figure('PL_1261011-D18', '0.75'),
    figure('PL_1261011-D17', '99.30', 'HOURS', 'SEX=F'),
    figure('PL_1261011', '3', 'PEOPLE'),
    figure('PL_1261011-D17', '99.30'),
    figure('PL_1203033', '1.00'),
  ];

  expect(inOnePlace(figures)).toEqual([
    figure('PL_1261011', '100.05'),
    figure('PL_1261011', '99.30', 'HOURS', 'SEX=F'),
    figure('PL_1261011', '3', 'PEOPLE'),
    figure('PL_1203033', '1.00'),
  ]);
});

it('leaves districts alone where nothing names their municipality, and where only their region is named', () => {
  const figures = [figure('PL_1261011-D18', '1.00'), figure('PL_1261011-D17', '2.00'), figure('PL21', '4.00')];

  expect(inOnePlace(figures)).toEqual(figures);
});

it('keeps currencies apart', () => {
  const figures = [
    { ...figure('PL_1261011', '1.00'), currency: 'PLN' },
    { ...figure('PL_1261011-D18', '2.00'), currency: 'EUR' },
    { ...figure('PL_1261011-D17', '4.00'), currency: 'EUR' },
  ];

  expect(inOnePlace(figures)).toEqual([
    { ...figure('PL_1261011', '1.00'), currency: 'PLN' },
    { ...figure('PL_1261011', '6.00'), currency: 'EUR' },
  ]);
});

it('loses and makes nothing, and leaves no territory in another', () => {
  const territory = fc.constantFrom('PL_1261', 'PL213', 'PL_1261011', 'PL_1261011-D17', 'PL_1261011-D18', 'PL_1203033');
  const cents = fc.integer({ min: 0, max: 10_000 });
  fc.assert(
    fc.property(fc.array(fc.tuple(territory, cents)), (given) => {
      const found = inOnePlace(given.map(([code, value]) => figure(code, (value / 100).toFixed(2))));
      const codes = found.map((one) => one.territory);

      expect(found.reduce((sum, { value }) => sum + Math.round(Number(value) * 100), 0)).toBe(
        given.reduce((sum, [, value]) => sum + value, 0),
      );
      expect(new Set(codes).size).toBe(codes.length);
      if (codes.includes('PL213')) expect(codes.filter((code) => code.startsWith('PL_1261'))).toEqual([]);
      if (codes.includes('PL_1261011')) expect(codes.filter((code) => code.startsWith('PL_1261011-'))).toEqual([]);
    }),
  );
});

it('writes what is not nothing, all before its categories', () => {
  const figures = [
    figure('PL_1203033', '1', 'B', 'SEX=F'),
    figure('PL_1203033', '0', 'B', 'SEX=MX'),
    figure('PL_1203033', '0.00', 'A'),
    figure('PL_1203033', '1', 'B'),
    figure('PL_1261011', '10', 'B'),
    figure('PL_1261011', '0.05', 'A'),
  ];

  expect(writeFigures(figures)).toEqual({
    rows: 4,
    csv: [
      'indicator,category,territory,value,basis',
      'A,,PL_1261011,0.05,MEASURED',
      'B,,PL_1203033,1,MEASURED',
      'B,SEX=F,PL_1203033,1,MEASURED',
      'B,,PL_1261011,10,MEASURED\n',
    ].join('\n'),
  });
});
