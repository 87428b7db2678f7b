import { expect, it } from '@jest/globals';
import { keyToUuid } from '../../shared/register/key.ts';
import { load, read } from '../../test/kit/ask.ts';
import { SubgraphUnderTest } from '../../test/kit/subgraph.ts';
import { marketplace } from './subgraph.ts';

const subgraph = new SubgraphUnderTest(marketplace);

it('shows what the register of services says, but for drafts', async () => {
  await subgraph.given();

  const report = await load(
    subgraph,
    'importServices',
    'walizka',
    'key,organisation,manufactory,name,status,price_amount,price_currency,price_unit,offered_since,ended_on,activity_code,eligibility,schedule,territory,source',
    'play,norwid/walizka,norwid/theatre,A play,ENDED,520,PLN,performance,2007-04-01,2008-03-31,S90.20,families,MO TU 10:00-16:00; SA 10:00-14:00 2007-05-01/2007-09-30,PL_1261011-D18,invented',
    'course,norwid/walizka,norwid/theatre,A course,DRAFT,,,,,,Q85.52,,,PL_1261011,',
  );
  const { services } = await read(
    subgraph,
    `{ services { nodes { id name status price { amount currency } priceUnit offeredSince endedOn source eligibility
      schedule { weekdays opensAt closesAt validFrom validTo }
      activity { label } manufactory { id } seller { id } territory { code } } } }`,
  );

  expect(report).toMatchObject({
    added: 2,
    problems: [],
    references: [
      { column: 'organisation', id: `Organisation_${keyToUuid('norwid/walizka')}` },
      { column: 'manufactory', id: `Manufactory_${keyToUuid('norwid/theatre')}` },
    ],
  });
  expect(services.nodes).toEqual([
    {
      id: `Service_${keyToUuid('walizka/play')}`,
      name: 'A play',
      status: 'ENDED',
      price: { amount: '520.00', currency: 'PLN' },
      priceUnit: 'performance',
      offeredSince: '2007-04-01',
      endedOn: '2008-03-31',
      source: 'invented',
      eligibility: 'families',
      schedule: [
        { weekdays: ['MO', 'TU'], opensAt: '10:00', closesAt: '16:00', validFrom: null, validTo: null },
        { weekdays: ['SA'], opensAt: '10:00', closesAt: '14:00', validFrom: '2007-05-01', validTo: '2007-09-30' },
      ],
      activity: { label: 'Activities of performing arts' },
      manufactory: { id: `Manufactory_${keyToUuid('norwid/theatre')}` },
      seller: { id: `Organisation_${keyToUuid('norwid/walizka')}` },
      territory: { code: 'PL_1261011-D18' },
    },
  ]);
});
