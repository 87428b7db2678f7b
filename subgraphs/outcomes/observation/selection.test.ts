import { expect, it } from '@jest/globals';
import { refusal } from '../../../test/kit/refusal.ts';
import { findDataset } from '../dataset/datasets.ts';
import { selectionOf } from './selection.ts';

it('takes all indicators of a dataset where none is named, and those that have the breakdown where one is', () => {
  const all = findDataset('PEOPLE')?.indicators.map(({ code }) => code);

  expect(selectionOf('PEOPLE', null, null)).toEqual({ dataset: 'PEOPLE', indicators: all, breakdown: '' });
  expect(selectionOf('PEOPLE', undefined, 'SEX').indicators).toContain('EECO01');
  expect(selectionOf('PEOPLE', undefined, 'SEX').indicators).not.toContain('NH-T1');
});

it('takes those that are named, each once, and two traits in any order', () => {
  const selection = { dataset: 'PEOPLE', indicators: ['EECO01'], breakdown: 'EMPLOYMENT;SEX' };

  expect(selectionOf('PEOPLE', ['NH-T1', 'EECO01', 'NH-T1'], null).indicators).toEqual(['NH-T1', 'EECO01']);
  expect(selectionOf('PEOPLE', [], null).indicators).toEqual([]);
  for (const traits of ['SEX;EMPLOYMENT', 'EMPLOYMENT;SEX', 'SEX, EMPLOYMENT'])
    expect(selectionOf('PEOPLE', ['EECO01'], traits)).toEqual(selection);
});

it.each([
  ['a dataset that is none', 'people', null, null, 'dataset', /PEOPLE and MANUFACTORIES/],
  ['an indicator that is none', 'PEOPLE', ['EECO99'], null, 'indicators', /It has EECO01/],
  ['an indicator of another dataset', 'PEOPLE', ['NH-M6'], null, 'indicators', /It has EECO01/],
  ['a trait that is none', 'PEOPLE', null, 'NAME', 'breakdown', /SEX/],
  ['a breakdown that nothing has', 'PEOPLE', null, 'SEX;SEX', 'breakdown', /EMPLOYMENT;SEX/],
  ['three traits', 'PEOPLE', null, 'SEX;EMPLOYMENT;DISABILITY', 'breakdown', /EMPLOYMENT;SEX/],
  ['a breakdown that the indicator has not', 'PEOPLE', ['EECO01', 'NH-T1'], 'SEX', 'breakdown', /NH-T1.*out\./],
])('refuses %s, and names what there is', (_, dataset, indicators, breakdown, field, way) => {
  const refused = refusal(() => selectionOf(dataset, indicators, breakdown));

  expect(refused?.extensions).toMatchObject({ code: 'INVALID', field });
  expect(refused?.message).toMatch(way);
});
