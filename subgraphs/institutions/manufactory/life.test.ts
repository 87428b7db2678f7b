import { expect, it } from '@jest/globals';
import { v4 } from 'uuid';
import { INDEPENDENT, manufactory, PROTECTED, parentInstitution } from '../../../test/kit/given-institutions.ts';
import { refusal } from '../../../test/kit/refusal.ts';
import type { Manufactory } from './manufactory.ts';
import { ManufactoryStatus, SupportPhase } from './manufactory-status.ts';

const EVERYTHING = { ideaIsVerified: true, hasBudget: true, legalFormIsAdvised: true };
const host = parentInstitution();
const prepared = (facts: Partial<Manufactory> = {}) => manufactory(host, 'Theatre', { departmentId: v4(), ...facts });
const deciding = (facts: Partial<Manufactory> = {}) =>
  prepared({ ...PROTECTED, status: ManufactoryStatus.DECISION, ...facts });
const asFoundation = {
  legalFormCode: 'FOUNDATION',
  identifier: { scheme: 'PL-KRS', value: '9999999901' },
  becameOrganisationId: null,
};
const today = { on: '2007-06-01' };

it.each([
  ['2006-01-01', '2006-12-31'],
  ['2006-03-01', '2007-02-28'],
  ['2023-03-01', '2024-02-29'],
  ['2024-02-29', '2025-02-28'],
])('is protected from %s until %s, a year, when no day is said', (on, until) => {
  const one = prepared();

  expect(one.protect(EVERYTHING, { on })).toMatchObject({ from: 'PREPARING', to: 'PROTECTED', on });

  expect(one).toMatchObject({ status: 'PROTECTED', protectedFrom: on, protectedUntil: until });
});

it.each([
  ['idea', 'verifyIdea', { ...EVERYTHING, ideaIsVerified: false }, {}],
  ['budget', 'awarding it an incentive', { ...EVERYTHING, hasBudget: false }, {}],
  ['department', 'openDepartment', EVERYTHING, { departmentId: null }],
  ['status', 'only while it is PREPARING', EVERYTHING, PROTECTED],
  ['status', 'only while it is PREPARING', EVERYTHING, INDEPENDENT],
])('is not protected without its %s, and hears of the way out: %s', (guard, wayOut, facts, state) => {
  expect(refusal(() => prepared(state).protect(facts, today))).toMatchObject({
    message: expect.stringMatching(new RegExp(`^Theatre .*${wayOut}`)),
    extensions: { code: 'CONFLICT', guard },
  });
});

it.each(['2007-06-01', '2007-05-31', '2008-06-01'])('is not protected from 2007-06-01 until %s', (until) => {
  expect(refusal(() => prepared().protect(EVERYTHING, { ...today, until }))?.extensions.guard).toBe('order');
});

it('is extended in its protection once, for a reason, and by a year at the most', () => {
  const one = prepared(PROTECTED);
  const extend = (until: string) => one.extendProtection({ on: '2006-12-01', reason: 'A hard winter', until });

  expect(refusal(() => extend('2006-12-31'))?.extensions.guard).toBe('order');
  expect(refusal(() => extend('2008-01-01'))?.extensions.guard).toBe('order');
  expect(extend('2007-12-31')).toMatchObject({ from: 'PROTECTED', to: 'PROTECTED', reason: 'A hard winter' });
  expect(one).toMatchObject({
    protectedUntil: '2007-12-31',
    protectionExtended: true,
    extensionReason: 'A hard winter',
  });
  expect(refusal(() => extend('2008-06-30'))?.extensions.guard).toBe('extendedBefore');
  expect(refusal(() => deciding().extendProtection({ ...today, reason: 'x', until: '2008-01-01' }))).toMatchObject({
    extensions: { guard: 'status' },
  });
});

it('comes to its decision when it was advised on a legal form, and not before its protection', () => {
  const advised = { ...EVERYTHING, legalFormIsAdvised: false };
  const decide = (facts: typeof EVERYTHING, on: string) => prepared(PROTECTED).enterDecision(facts, { on });

  expect(refusal(() => decide(advised, '2007-01-01'))).toMatchObject({
    message: expect.stringContaining('adviseLegalForm'),
    extensions: { guard: 'legalFormAdvice' },
  });
  expect(refusal(() => decide(EVERYTHING, '2005-12-31'))?.extensions.guard).toBe('order');
  expect(decide(EVERYTHING, '2007-01-01').to).toBe('DECISION');
});

it('becomes independent with an identity of its own: a number in a register, or an organisation', () => {
  const become = (independence: object) =>
    refusal(() => deciding().makeIndependent({ ...asFoundation, ...independence }, today));

  expect(become({ identifier: null })).toMatchObject({
    message: expect.stringContaining('`identifier`'),
    extensions: { guard: 'identifier' },
  });
  expect(become({})).toBeNull();
  expect(become({ identifier: null, becameOrganisationId: v4() })).toBeNull();
});

it('decides only in DECISION, and later than it was protected', () => {
  const ways = [
    (one: Manufactory, on = today.on) => one.makeIndependent(asFoundation, { on }),
    (one: Manufactory, on = today.on) => one.retain({ on }),
  ];
  for (const way of ways) {
    for (const state of [{}, PROTECTED, INDEPENDENT])
      expect(refusal(() => way(prepared(state)))?.extensions.guard).toBe('status');
    expect(refusal(() => way(deciding(), PROTECTED.protectedFrom))?.extensions.guard).toBe('order');
    expect(refusal(() => way(deciding()))).toBeNull();
  }
});

it('is closed from wherever it is, on a day that follows, and once', () => {
  const close = (one: Manufactory, on = '2008-01-31') => one.close({ on, reason: 'Too few orders' });
  const lives = [{}, PROTECTED, INDEPENDENT, { ...PROTECTED, status: ManufactoryStatus.DECISION }];

  for (const life of lives) {
    const one = prepared(life);
    expect(close(one)).toMatchObject({ to: 'CLOSED', reason: 'Too few orders' });
    expect(refusal(() => one.assertValid())).toBeNull();
    expect(refusal(() => close(one))?.extensions.guard).toBe('status');
  }
  expect(refusal(() => close(prepared(INDEPENDENT), '2007-01-31'))?.extensions.guard).toBe('order');
});

it('loses its support step after step: full, fading, ended, and not while it is protected', () => {
  const one = deciding();

  expect(refusal(() => one.endSupport(today))).toMatchObject({ extensions: { guard: 'supportPhase' } });
  expect(one.fadeSupport(today)).toMatchObject({ axis: 'SUPPORT', from: 'FULL', to: 'FADING' });
  expect(refusal(() => one.fadeSupport(today))?.extensions.guard).toBe('supportPhase');
  expect(one.endSupport(today)).toMatchObject({ axis: 'SUPPORT', from: 'FADING', to: 'ENDED' });
  for (const state of [{}, PROTECTED]) {
    const early = prepared({ ...state, supportPhase: SupportPhase.FADING });
    expect(refusal(() => early.endSupport(today))?.extensions.guard).toBe('status');
  }
});
