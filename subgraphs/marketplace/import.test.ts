import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { projectRoot } from '../../shared/reference-data/project-root.ts';
import { keyToUuid } from '../../shared/register/key.ts';
import { importMutation } from '../../shared/register/register.ts';
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

describe('what hangs on a service', () => {
  const SERVICE =
    'key,organisation,manufactory,name,status,price_amount,price_currency,price_unit,offered_since,ended_on,activity_code,eligibility,schedule,territory,source';
  const ORDER =
    'key,service,status,price_label,unit,unit_price_amount,currency,quantity,client_kind,client,requested_on,confirmed_on,delivered_on,invoiced_on,invoice_number,cancelled_on,cancellation_reason,source';
  const orders = (...lines: string[]) => load(subgraph, 'importOrders', 'walizka', ORDER, ...lines);
  const reviews = (...lines: string[]) =>
    load(subgraph, 'importReviews', 'walizka', 'key,order,rating,text,reviewed_on,source', ...lines);
  const play = (schedule = '') =>
    load(
      subgraph,
      'importServices',
      'walizka',
      SERVICE,
      `play,norwid/walizka,norwid/theatre,A play,ACTIVE,520,PLN,performance,2007-04-01,,S90.20,,${schedule},PL_1261011,`,
    );

  beforeEach(async () => {
    await subgraph.given();
    await play();
  });

  it('is shown as the registers say: prices, orders, reviews and needs', async () => {
    const reports = [
      await load(
        subgraph,
        'importPriceOptions',
        'walizka',
        'key,service,label,amount,currency,unit,withdrawn_on,source',
        'schools,play,schools,390,PLN,performance,,invented',
        'old,play,old,300,PLN,,2008-01-01,',
      ),
      await load(
        subgraph,
        'importServiceNeeds',
        'walizka',
        'key,service,need,answered_on,withdrawn_on,source',
        'theatre,play,cps/need-theatre,2007-04-01,,',
      ),
      await orders(
        'a,play,INVOICED,schools,performance,390,PLN,2,ORGANISATION,norwid/school,2007-05-01,2007-05-02,2007-05-20,2007-05-21,F1,,,',
        'b,play,CANCELLED,,,520,PLN,1,PERSON,,2007-05-01,,,,,2007-05-02,Rain,',
      ),
      await reviews('a,a,5,Very good,2007-05-22,'),
    ];

    expect(reports.map(({ added, problems }) => [added, problems])).toEqual([
      [2, []],
      [1, []],
      [2, []],
      [1, []],
    ]);
    const found = await read(
      subgraph,
      `{ services { nodes { priceOptions { nodes { label price { amount } source } } answers { nodes { need { id } } } } }
         orders { nodes { status priceLabel total { amount } client { id } clientKind review { rating } } } }`,
    );
    expect(found.services.nodes).toEqual([
      {
        priceOptions: { nodes: [{ label: 'schools', price: { amount: '390.00' }, source: 'invented' }] },
        answers: { nodes: [{ need: { id: `Need_${keyToUuid('cps/need-theatre')}` } }] },
      },
    ]);
    expect(found.orders.nodes).toHaveLength(2);
    expect(found.orders.nodes).toContainEqual({
      status: 'INVOICED',
      priceLabel: 'schools',
      total: { amount: '780.00' },
      client: { id: `Organisation_${keyToUuid('norwid/school')}` },
      clientKind: 'ORGANISATION',
      review: { rating: 5 },
    });
  });

  it('is refused by line and column where it cannot be', async () => {
    const bad = await orders(
      'a,play,DELIVERED,,,520,PLN,1,PERSON,,2007-05-01,,2007-05-20,,,,,',
      'b,play,REQUESTED,,,520,PLN,1,PERSON,norwid/school,2007-05-01,,,,,,,',
      'c,play,REQUESTED,,,520,PLN,0,PERSON,,2007-05-01,,,,,,,',
    );
    await orders(
      'a,play,DELIVERED,,,520,PLN,1,PERSON,,2007-05-01,2007-05-01,2007-05-20,,,,,',
      'b,play,REQUESTED,,,520,PLN,1,PERSON,,2007-05-01,,,,,,,',
    );
    const early = await reviews('a,a,5,,2007-05-19,', 'b,b,5,,2007-05-21,');
    const wrong = await reviews('a,a,6,,2007-05-20,');

    const places = ({ problems }: Record<string, { line: number; column: string }[]>) =>
      problems?.map(({ line, column }) => [line, column]);
    expect(places(bad)).toEqual([
      [2, 'confirmed_on'],
      [3, 'client'],
      [4, 'quantity'],
    ]);
    expect(places(early)).toEqual([
      [2, 'reviewed_on'],
      [3, 'order'],
    ]);
    expect(places(wrong)).toEqual([[2, 'rating']]);
  });

  it.each([
    '10:00-16:00',
    'MO',
    'MO 10-16',
    'XX 10:00-16:00',
    'MO 10:00-24:00',
    'MO 16:00-10:00',
    'MO 10:00-16:00 2026-02-30/',
  ])('refuses the schedule %j', async (schedule) => {
    expect((await play(schedule)).problems).toMatchObject([{ line: 2, column: 'schedule' }]);
  });
});

it('takes the registers of the demo, and finds nothing to change when they come again', async () => {
  await subgraph.given();
  const folder = path.join(projectRoot(), 'infra/demo');
  const registers = ['services', 'price-options', 'service-needs', 'orders', 'reviews'];
  const files = registers.flatMap((register) =>
    readdirSync(folder)
      .map((partner) => ({ register, partner, file: path.join(folder, partner, `${register}.csv`) }))
      .filter(({ file }) => existsSync(file)),
  );
  const importAll = async () => {
    const reports = [];
    for (const { register, partner, file } of files) {
      reports.push(await load(subgraph, importMutation(register), partner, readFileSync(file, 'utf8')));
    }
    return reports;
  };

  const [first, again] = [await importAll(), await importAll()];

  expect(first.map(({ problems }, i) => [files[i]?.file, problems])).toEqual(files.map(({ file }) => [file, []]));
  expect(again.map(({ added, changed }, i) => [files[i]?.file, added, changed])).toEqual(
    files.map(({ file }) => [file, 0, 0]),
  );
});
