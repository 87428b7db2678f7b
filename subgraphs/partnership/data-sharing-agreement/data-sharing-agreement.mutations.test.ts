import { expect, it } from '@jest/globals';
import { v4 } from 'uuid';
import { read } from '../../../test/kit/ask.ts';
import {
  agreement,
  ENDED,
  INVITED,
  organisation,
  partner,
  partnershipIn,
} from '../../../test/kit/given-partnership.ts';
import { actsOn, edit } from '../../../test/kit/partnership-acts.ts';
import { SubgraphUnderTest } from '../../../test/kit/subgraph.ts';
import { PartnerRole } from '../partner/partner-role.ts';
import { partnership } from '../subgraph.ts';
import { SharingPurpose } from './data-sharing-agreement.ts';

const subgraph = new SubgraphUnderTest(partnership);
const act = actsOn(subgraph);

async function given() {
  const [here, there] = [partnershipIn('PL_1261011', 'Nowa Huta'), partnershipIn('PL_1203053', 'Trzebinia')];
  const [a, b, c] = [organisation('A'), organisation('B'), organisation('C')];
  const host = partner(here, a);
  const alsoHost = partner(here, a, PartnerRole.MEDIA);
  const centre = partner(here, b, PartnerRole.SUPPORT_CENTRE);
  const asked = partner(here, c, PartnerRole.NETWORK, INVITED);
  const stranger = partner(there, c);
  await subgraph.given(here, there, a, b, c, host, alsoHost, centre, asked, stranger);
  const conclude = (parties: { id: string }[], input: object = {}) =>
    act('concludeAgreement', {
      partnershipId: here.id,
      parties: parties.map(({ id }) => id),
      purpose: 'PAYROLL_HOST',
      categories: ['EMPLOYMENT', 'JOURNEY'],
      on: '2005-01-01',
      ...input,
    });
  return { here, host, alsoHost, centre, asked, stranger, conclude };
}

it('concludes an agreement between partners, and ends it', async () => {
  const { here, host, centre, conclude } = await given();

  const concluded = await conclude([host, centre]);
  const ended = await act('endAgreement', { ...edit(concluded), on: '2006-01-01' });

  expect(concluded).toMatchObject({
    purpose: 'PAYROLL_HOST',
    categories: ['EMPLOYMENT', 'JOURNEY'],
    since: '2005-01-01',
    until: null,
    version: 1,
  });
  expect(concluded.parties.map(({ id }: { id: string }) => id).sort()).toEqual([host.id, centre.id].sort());
  expect(ended).toEqual({ ...concluded, until: '2006-01-01', version: 2 });
  expect(await act('endAgreement', { ...edit(ended), on: '2007-01-01' })).toMatchObject({ code: 'CONFLICT' });
  expect(await act('endAgreement', { ...edit(concluded), on: '2005-06-01' })).toMatchObject({ code: 'CONFLICT' });

  const force = 'before: isInForce(on: "2004-12-31") within: isInForce(on: "2006-01-01") now: isInForce';
  const source = `{ partnership(id: "${here.id}") { agreements { totalCount nodes { ${force} partnership { name } } } } }`;
  const { agreements } = (await read(subgraph, source)).partnership;
  expect(agreements).toEqual({
    totalCount: 1,
    nodes: [{ before: false, within: true, now: false, partnership: { name: 'Nowa Huta' } }],
  });
});

it.each([
  ['one partner', 'INVALID', ['host']],
  ['one partner, named twice', 'INVALID', ['host', 'host']],
  ['one organisation in two roles', 'INVALID', ['host', 'alsoHost']],
  ['a partner of another partnership', 'INVALID', ['host', 'stranger']],
  ['one who has not accepted', 'CONFLICT', ['host', 'asked']],
  ['nobody', 'INVALID', []],
] as const)('concludes no agreement with %s (%s)', async (_, code, who) => {
  const world = await given();

  const refusal = await world.conclude(who.map((name) => world[name]));

  expect(refusal).toMatchObject({ code, refused: expect.any(String) });
  const { totalCount } = (await read(subgraph, '{ dataSharingAgreements { totalCount } }')).dataSharingAgreements;
  expect(totalCount).toBe(0);
});

it('refuses parties that are no partners, too many, or not there, and an agreement about nothing', async () => {
  const { host, centre, conclude } = await given();

  expect(await conclude([host, { id: `Organisation_${v4()}` }])).toMatchObject({ code: 'INVALID', field: 'parties' });
  expect(await conclude([host, { id: `Partner_${v4()}` }])).toMatchObject({ code: 'NOT_FOUND' });
  expect(await conclude(Array.from({ length: 51 }, () => host))).toMatchObject({ code: 'INVALID', limit: 50 });
  expect(await conclude([host, centre], { categories: [] })).toMatchObject({ code: 'INVALID', field: 'categories' });
  expect(await conclude([host, centre], { until: '2004-12-31' })).toMatchObject({ code: 'INVALID', field: 'until' });
});

it('concludes nothing in a partnership that has ended', async () => {
  const over = partnershipIn('PL_1261011', 'Over', '2004-07-01', ENDED);
  await subgraph.given(over);

  const refusal = await act('concludeAgreement', {
    partnershipId: over.id,
    parties: [],
    purpose: 'AUDIT',
    categories: ['COUNTS'],
  });

  expect(refusal).toMatchObject({ code: 'CONFLICT', refused: expect.stringContaining('"Over" ended on 2008-03-31') });
});

it('lists agreements by purpose, and those in force on a day', async () => {
  const here = partnershipIn('PL_1261011', 'Nowa Huta');
  const audit = { purpose: SharingPurpose.AUDIT };
  await subgraph.given(
    here,
    agreement(here, [], { since: '2005-01-01', until: '2005-12-31' }).row,
    agreement(here, [], { since: '2005-06-01' }).row,
    agreement(here, [], { since: '2006-01-01', ...audit }).row,
  );
  const days = async (filter: string) =>
    (
      await read(subgraph, `{ dataSharingAgreements(filter: ${filter}) { totalCount nodes { since } } }`)
    ).dataSharingAgreements.nodes.map(({ since }: { since: string }) => since);

  expect(await days('{}')).toEqual(['2005-01-01', '2005-06-01', '2006-01-01']);
  expect(await days('{ inForceOn: "2005-12-31" }')).toEqual(['2005-01-01', '2005-06-01']);
  expect(await days('{ inForceOn: "2006-01-01" }')).toEqual(['2005-06-01', '2006-01-01']);
  expect(await days('{ purpose: AUDIT }')).toEqual(['2006-01-01']);
});
