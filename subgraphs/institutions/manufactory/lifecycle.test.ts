import { expect, it } from '@jest/globals';
import { INDEPENDENT, manufactory, PROTECTED, parentInstitution } from '../../../test/kit/given-institutions.ts';
import { refusedField } from '../../../test/kit/refused-field.ts';
import type { Manufactory } from './manufactory.ts';
import { ManufactoryStatus, SupportPhase } from './manufactory-status.ts';

const host = parentInstitution();
const one = manufactory(host, 'Theatre');

type Rule = (facts: Manufactory) => boolean;
const has = (date: string | null): boolean => date !== null;
const iff = (one: boolean, other: boolean): boolean => one === other;
const after = (later: string | null, earlier: string | null): boolean => later === null || later > (earlier ?? '');
const notBefore = (later: string | null, earlier: string | null): boolean =>
  later === null || later >= (earlier ?? later);

/** The lifecycle as the model tells it, each sentence by itself. */
const RULES: Rule[] = [
  // A protective period has both its days, and ends after it begins.
  (m) => iff(has(m.protectedFrom), has(m.protectedUntil)) && after(m.protectedUntil, m.protectedFrom),
  // Whoever was never protected did not decide; whoever decided did so after protection began.
  (m) => has(m.protectedFrom) || (!has(m.independentSince) && !has(m.retainedSince)),
  (m) => after(m.independentSince, m.protectedFrom) && after(m.retainedSince, m.protectedFrom),
  (m) => !(has(m.independentSince) && has(m.retainedSince)),
  // It takes a legal form with independence, and only then.
  (m) => iff(has(m.independentSince), has(m.legalFormCode)),
  // CLOSED, and nothing else, has a last day and a reason; nothing happens behind the last day.
  (m) => iff(m.status === 'CLOSED', has(m.closedOn)) && iff(m.status === 'CLOSED', has(m.closureReason)),
  (m) => [m.protectedFrom, m.independentSince, m.retainedSince].every((earlier) => notBefore(m.closedOn, earlier)),
  // What the other statuses have behind them.
  (m) => m.status === 'CLOSED' || iff(m.status !== 'PREPARING', has(m.protectedFrom)),
  (m) => m.status === 'CLOSED' || iff(m.status === 'INDEPENDENT', has(m.independentSince)),
  (m) => m.status === 'CLOSED' || iff(m.status === 'RETAINED', has(m.retainedSince)),
];

const DAYS = [null, '2006-01-01', '2006-12-31', '2007-02-01'];

function* everything(): Generator<Partial<Manufactory>> {
  for (const protectedFrom of DAYS)
    for (const protectedUntil of DAYS)
      for (const independentSince of DAYS)
        for (const retainedSince of DAYS)
          for (const closedOn of DAYS)
            for (const closureReason of [null, 'Too few orders'])
              for (const legalFormCode of [null, 'ASSOCIATION']) {
                const dates = { protectedFrom, protectedUntil, independentSince, retainedSince, closedOn };
                yield { ...dates, closureReason, legalFormCode };
              }
}

it.each(Object.values(ManufactoryStatus))(
  'accepts of all that can be said of a %s manufactory just what fits',
  (status) => {
    const wrong: Partial<Manufactory>[] = [];
    let accepted = 0;
    for (const facts of everything()) {
      const fits = refusedField(Object.assign(one, facts, { status })) === null;
      if (fits !== RULES.every((rule) => rule(one))) wrong.push(facts);
      if (fits) accepted++;
    }

    expect(wrong.slice(0, 3)).toEqual([]);
    expect(accepted).toBeGreaterThan(0);
  },
);

it.each([
  [ManufactoryStatus.PREPARING, {}, false],
  [ManufactoryStatus.PROTECTED, PROTECTED, false],
  [ManufactoryStatus.DECISION, PROTECTED, true],
  [ManufactoryStatus.INDEPENDENT, INDEPENDENT, true],
  [ManufactoryStatus.RETAINED, { ...PROTECTED, retainedSince: '2007-02-01' }, true],
  [ManufactoryStatus.CLOSED, { closedOn: '2006-01-01', closureReason: 'No host' }, true],
])('lets support fade while a manufactory is %s, and end when it should', (status, facts, mayEnd) => {
  const refused = (supportPhase: SupportPhase) =>
    refusedField(manufactory(host, 'Theatre', { ...facts, status, supportPhase }));

  expect(refused(SupportPhase.FULL)).toBeNull();
  expect(refused(SupportPhase.FADING)).toBeNull();
  expect(refused(SupportPhase.ENDED)).toBe(mayEnd ? null : 'support_phase');
});

const CLOSED = { status: ManufactoryStatus.CLOSED, closedOn: '2008-01-31', closureReason: 'Too few orders' };

it.each([
  ['is PREPARING and protected already', { ...PROTECTED, status: ManufactoryStatus.PREPARING }, 'protected_from'],
  ['is PROTECTED since nobody knows when', { ...PROTECTED, protectedFrom: null }, 'protected_from'],
  ['is PROTECTED without an end', { ...PROTECTED, protectedUntil: null }, 'protected_until'],
  ['is PROTECTED for no time', { ...PROTECTED, protectedUntil: PROTECTED.protectedFrom }, 'protected_until'],
  ['is INDEPENDENT on no day', { ...INDEPENDENT, independentSince: null }, 'independent_since'],
  ['was INDEPENDENT before it was protected', { ...INDEPENDENT, independentSince: '2005-12-31' }, 'independent_since'],
  ['is INDEPENDENT in no form', { ...INDEPENDENT, legalFormCode: null }, 'legal_form_code'],
  ['is PROTECTED and has a form', { ...PROTECTED, legalFormCode: 'ASSOCIATION' }, 'legal_form_code'],
  ['is RETAINED on no day', { ...PROTECTED, status: ManufactoryStatus.RETAINED }, 'retained_since'],
  ['was independent and retained', { ...INDEPENDENT, ...CLOSED, retainedSince: '2007-03-01' }, 'retained_since'],
  ['is CLOSED on no day', { ...CLOSED, closedOn: null }, 'closed_on'],
  ['is CLOSED for no reason', { ...CLOSED, closureReason: null }, 'closure_reason'],
  ['was CLOSED before it was protected', { ...PROTECTED, ...CLOSED, closedOn: '2005-12-31' }, 'closed_on'],
  ['was CLOSED before it became independent', { ...INDEPENDENT, ...CLOSED, closedOn: '2007-01-31' }, 'closed_on'],
  ['is PROTECTED and closed', { ...PROTECTED, closedOn: '2008-01-31' }, 'closed_on'],
])('refuses a manufactory that %s, and names the field', (_, facts: Partial<Manufactory>, field) => {
  expect(refusedField(manufactory(host, 'Theatre', facts))).toBe(field);
});
