import type { ChildProcess } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually, Hub } from '../kit/hub.ts';
import { PartnerSystem, type Row } from '../kit/partner-system.ts';

const hub = new Hub();
const partner = new PartnerSystem(hub);
const daysFromNow = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const KRAKOW = 'PL_1261011';
const HUTA = 'PL_1261011-D18';

let organisations: { leader: Row; city: Row; centre: Row; host: Row; school: Row };
let [centre, host, department, scheme]: Row[] = [];

beforeAll(async () => {
  await hub.start('--no-demo');
  const register = (name: string) => partner.write('registerOrganisation', { name, territory: KRAKOW });
  organisations = {
    leader: await register('House of Culture'),
    city: await register('City'),
    centre: await register('Centre'),
    host: await register('Foundation'),
    school: await register('School Ltd'),
  };
}, 120_000);
afterAll(() => hub.remove(), 30_000);

describe('the partnership', () => {
  it('forms, and begins to work once all three sectors are in it', async () => {
    const { leader, city, host: foundation, school } = organisations;
    let partnership = await partner.write('foundPartnership', {
      organisationId: leader.id,
      name: 'Partnership of the new place',
      problem: 'No work for who knows what to do',
      territory: KRAKOW,
    });
    const invite = async (organisation: Row, sector: string, role: string) => {
      const input = {
        partnershipId: partnership.id,
        organisationId: organisation.id,
        sector,
        role,
        duties: 'its part',
      };
      return partner.edit('acceptInvitation', await partner.write('invitePartner', input));
    };
    const now = async () => {
      const found = await partner.read<{ node: Row }>(
        'query ($id: ID!) { node(id: $id) { id ... on Partnership { version } } }',
        partnership,
      );
      partnership = found.node;
    };

    await invite(leader, 'PUBLIC', 'LEADER').catch(() => {}); // the founder may lead from the start
    await invite(city, 'PUBLIC', 'MUNICIPALITY');
    await invite(foundation, 'NON_GOVERNMENTAL', 'PARENT_INSTITUTION');
    await now();
    expect((await partner.refusal('activatePartnership', partnership)).message).toContain('PRIVATE');

    await invite(school, 'PRIVATE', 'PARENT_INSTITUTION');
    await now();
    expect(await partner.edit('activatePartnership', partnership, {}, 'status')).toMatchObject({ status: 'ACTIVE' });
  });
});

describe('what the partners have ready', () => {
  it('is a centre, a parent institution with a department, and an open incentive scheme', async () => {
    centre = await partner.write('openSupportCentre', {
      organisationId: organisations.centre.id,
      name: 'CPS',
      territory: KRAKOW,
    });
    host = await partner.write('registerParentInstitution', {
      organisationId: organisations.host.id,
      territory: KRAKOW,
    });
    department = await partner.write('openDepartment', { parentInstitutionId: host.id, name: 'Manufactories' });

    const city = organisations.city.id.replace('Organisation_', '');
    await partner.import(
      'municipalities',
      'city',
      'key,organisation,name,territory,source',
      `city,${city},City,${KRAKOW},`,
    );
    const { municipalities } = await partner.read<{ municipalities: { nodes: Row[] } }>(
      '{ municipalities { nodes { id version } } }',
    );
    const budget = await partner.write(
      'draftBudget',
      {
        municipalityId: municipalities.nodes[0]?.id,
        year: new Date().getUTCFullYear(),
        currency: 'PLN',
        lines: [{ code: '853', title: 'Manufactories', amount: '10000.00' }],
      },
      'lines(first: 1) { nodes { id version } }',
    );
    await partner.edit('adoptBudget', budget);
    const line = budget.lines.nodes[0];
    const today = new Date().toISOString().slice(0, 10);
    scheme = await partner.write('announceScheme', {
      budgetLineId: line.id,
      kind: 'GRANT',
      title: 'Start',
      opensOn: today,
    });
    scheme = await partner.edit('openScheme', scheme);
  });
});

/** Brings an idea to the protective period, and shows at each guard what is missing. */
async function protectedManufactory(name: string): Promise<Row> {
  let idea = await partner.write('submitIdea', {
    supportCentreId: centre?.id,
    title: name,
    need: 'A need',
    territory: HUTA,
    on: daysFromNow(-30),
  });
  const manufactory = await partner.write('prepareManufactory', {
    parentInstitutionId: host?.id,
    departmentId: department?.id,
    ideaId: idea.id,
    name,
    activityCode: 'S90.20',
    territory: HUTA,
    on: daysFromNow(-20),
  });
  expect(await partner.refusal('protectManufactory', manufactory)).toMatchObject({
    extensions: { code: 'CONFLICT', guard: 'idea' },
  });

  idea = await partner.edit(
    'verifyIdea',
    idea,
    { needAssessment: 'Asked for', marketAssessment: 'Paid for' },
    'status',
  );
  expect(idea.status).toBe('VERIFIED');
  await eventually(
    async () => (await partner.refusal('protectManufactory', manufactory)).extensions.guard === 'budget',
  );

  let incentive = await partner.write('awardIncentive', {
    schemeId: scheme?.id,
    manufactoryId: manufactory.id,
    parentInstitutionId: host?.id,
    amount: '4000.00',
    territory: HUTA,
  });
  incentive = await partner.edit('payIncentive', incentive, { amount: '1500.50' });
  let under: Row | undefined;
  await eventually(async () => {
    under = await partner
      .edit('protectManufactory', manufactory, { on: daysFromNow(-10) }, 'status')
      .catch(() => undefined);
    return under !== undefined;
  });
  expect(under?.status).toBe('PROTECTED');
  return under as Row;
}

async function decided(manufactory: Row): Promise<Row> {
  expect(await partner.refusal('enterDecision', manufactory)).toMatchObject({
    extensions: { guard: 'legalFormAdvice' },
  });
  await partner.write('adviseLegalForm', {
    supportCentreId: centre?.id,
    manufactoryId: manufactory.id,
    recommendedCode: 'SOCIAL_COOPERATIVE',
    parentOpinion: 'AGREES',
  });
  let deciding: Row | undefined;
  await eventually(async () => {
    deciding = await partner
      .edit('enterDecision', manufactory, { on: daysFromNow(-1) }, 'status')
      .catch(() => undefined);
    return deciding !== undefined;
  });
  return deciding as Row;
}

it('an idea becomes a manufactory, is trained, sells, gets its incentives, and becomes independent with fading support', async () => {
  let manufactory = await protectedManufactory('Theatre of the yard');

  const training = await partner.write('planTraining', {
    supportCentreId: centre?.id,
    manufactoryId: manufactory.id,
    topic: 'BUSINESS_PLAN',
    title: 'A plan that holds',
    hours: '12.5',
    startsOn: daysFromNow(0),
    endsOn: daysFromNow(0),
  });
  await partner.edit('completeTraining', await partner.edit('startTraining', training));

  let service = await partner.write('draftService', {
    manufactoryId: manufactory.id,
    organisationId: organisations.host.id,
    name: 'A play',
    activityCode: 'S90.20',
    territory: HUTA,
    price: '19.99',
    currency: 'PLN',
    priceUnit: 'ticket',
  });
  service = await partner.edit('offerService', service);
  const order = { serviceId: service.id, quantity: 3, clientKind: 'ORGANISATION', clientId: organisations.school.id };
  const delivered = await partner.edit(
    'deliverOrder',
    await partner.edit('confirmOrder', await partner.write('requestOrder', order)),
  );
  await partner.edit('invoiceOrder', delivered, { number: '1/2026' });

  manufactory = await decided(manufactory);
  manufactory = await partner.edit('fadeSupport', manufactory, {
    steps: [75, 50, 25].map((percent, i) => ({ percent, startsOn: daysFromNow(30 * (i + 1)) })),
  });
  const on = daysFromNow(0);
  const independence = { on, legalFormCode: 'SOCIAL_COOPERATIVE' };
  expect(await partner.refusal('makeIndependent', manufactory, independence)).toMatchObject({
    extensions: { guard: 'identifier' },
  });
  manufactory = await partner.edit('makeIndependent', manufactory, {
    ...independence,
    identifier: { scheme: 'PL-KRS', value: '0000123456' },
  });

  const { node } = await partner.read<{ node: Row }>(
    `query ($id: ID!, $year: String!) { node(id: $id) { ... on Manufactory {
      status supportPhase independentSince legalForm { code } idea { title status }
      department { name } trainings(first: 5) { nodes { status hours } } legalFormAdvice { recommended { code } }
      incentives(first: 5) { nodes { status amount { amount } paid { amount } } } publicCost { amount currency }
      services(first: 5) { nodes { name status } } earnedIncome(period: $year) { amount currency } marketShare(period: $year)
      history(first: 10) { nodes { axis from to } } } } }`,
    { id: manufactory.id, year: daysFromNow(0).slice(0, 4) },
  );
  expect(node).toMatchObject({
    status: 'INDEPENDENT',
    supportPhase: 'FADING',
    independentSince: on,
    legalForm: { code: 'SOCIAL_COOPERATIVE' },
    idea: { title: 'Theatre of the yard', status: 'VERIFIED' },
    department: { name: 'Manufactories' },
    trainings: { nodes: [{ status: 'COMPLETED', hours: expect.stringMatching(/^12\.50?$/) }] },
    legalFormAdvice: { recommended: { code: 'SOCIAL_COOPERATIVE' } },
    incentives: { nodes: [{ status: 'AWARDED', amount: { amount: '4000.00' }, paid: { amount: '1500.50' } }] },
    publicCost: { amount: '1500.50', currency: 'PLN' },
    services: { nodes: [{ name: 'A play', status: 'ACTIVE' }] },
    earnedIncome: [{ amount: '59.97', currency: 'PLN' }],
    marketShare: '100.0',
  });
  const path = node.history.nodes.filter(({ axis }: Row) => axis === 'STATUS').map(({ to }: Row) => to);
  expect(path).toEqual(['PREPARING', 'PROTECTED', 'DECISION', 'INDEPENDENT']);
}, 60_000);

it('a manufactory may be retained by its parent institution instead', async () => {
  const manufactory = await decided(await protectedManufactory('Bakery of memories'));

  const retained = await partner.edit(
    'retainManufactory',
    manufactory,
    { on: daysFromNow(0) },
    'status retainedSince legalForm { code }',
  );
  expect(retained).toMatchObject({ status: 'RETAINED', retainedSince: daysFromNow(0), legalForm: null });
}, 60_000);

it('an outage of the Centre delays and loses nothing: the others work on, and its facts arrive when it is back', async () => {
  const idea = await partner.write('submitIdea', {
    supportCentreId: centre?.id,
    title: 'Last',
    need: 'A need',
    territory: HUTA,
  });
  hub.kill('subgraphs/institutions');
  await partner.edit('verifyIdea', idea, { needAssessment: 'Asked for', marketAssessment: 'Paid for' });
  hub.kill('subgraphs/cps');
  const running: ChildProcess[] = [await hub.runSubgraph('institutions')];

  const manufactory = await eventuallyRow(() =>
    partner.write('prepareManufactory', {
      parentInstitutionId: host?.id,
      departmentId: department?.id,
      ideaId: idea.id,
      name: 'Last',
      activityCode: 'S90.20',
      territory: HUTA,
    }),
  );
  running.push(await hub.runSubgraph('cps'));

  await eventually(
    async () => (await partner.refusal('protectManufactory', manufactory)).extensions.guard === 'budget',
    30,
  );
  for (const child of running) child.kill();
}, 90_000);

/** The gateway finds a subgraph that is back with its next request; until then the write fails and changes nothing. */
async function eventuallyRow(write: () => Promise<Row>): Promise<Row> {
  let row: Row | undefined;
  await eventually(async () => {
    row = await write().catch(() => undefined);
    return row !== undefined;
  });
  return row as Row;
}
