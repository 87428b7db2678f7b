import { expect, it } from '@jest/globals';
import { ENDED, INVITED, organisation, partner, partnershipIn, RELEASED } from '../../../test/kit/given-partnership.ts';
import { refusedField } from '../../../test/kit/refused-field.ts';
import type { Partnership } from '../partnership/partnership.ts';
import { type Partner, PartnerStatus } from './partner.ts';

const nowaHuta = partnershipIn('PL_1261011', 'Nowa Huta', '2004-07-01');
const host = (facts: Partial<Partner>) => partner(nowaHuta, organisation('Host'), undefined, facts);
const DECLINED = { status: PartnerStatus.DECLINED, until: '2004-07-01' };

it.each<[string | null, string, Partial<Partner>]>([
  [null, 'is invited', INVITED],
  [null, 'has accepted', {}],
  [null, 'has declined for no reason that we know', DECLINED],
  [null, 'was released', RELEASED],
  [null, 'was released on its first day', { ...RELEASED, until: '2004-07-01' }],
  ['until', 'leaves before it joins', { ...RELEASED, until: '2004-06-30' }],
  ['until', 'was released on no day', { ...RELEASED, until: null }],
  ['until', 'has accepted and has a last day', { until: '2008-03-31' }],
  ['until', 'is invited and has a last day', { ...INVITED, until: '2008-03-31' }],
  ['reason', 'has accepted and has a reason for its end', { reason: 'It closed.' }],
  ['reason', 'was released for a blank reason', { ...RELEASED, reason: ' ' }],
  ['duties', 'has blank duties', { duties: '' }],
])('refuses %j of a partner that %s', (field, _, facts) => {
  expect(refusedField(host(facts))).toBe(field);
});

it.each<[string | null, string, Partial<Partnership>]>([
  [null, 'is active', {}],
  [null, 'is forming', { status: 'FORMING' as never, activeSince: null }],
  [null, 'has ended', ENDED],
  [null, 'ended on its first day', { ...ENDED, until: '2004-07-01' }],
  [null, 'ended, and nobody knows when it became active', { ...ENDED, activeSince: null }],
  ['until', 'ends before it begins', { ...ENDED, until: '2004-06-30', activeSince: null }],
  ['until', 'has ended on no day', { ...ENDED, until: null }],
  ['until', 'is active and has a last day', { until: '2008-03-31' }],
  ['active_since', 'is active since no day', { activeSince: null }],
  ['active_since', 'is forming and active', { status: 'FORMING' as never }],
  ['active_since', 'is active before it was founded', { activeSince: '2004-06-30' }],
  ['active_since', 'became active after its end', { ...ENDED, activeSince: '2008-04-01' }],
  ['problem', 'has no problem to solve', { problem: ' ' }],
  ['name', 'has no name', { name: '' }],
])('refuses %j of a partnership that %s', (field, _, facts) => {
  expect(refusedField(partnershipIn('PL_1261011', 'Nowa Huta', '2004-07-01', facts))).toBe(field);
});
