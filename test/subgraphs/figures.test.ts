import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { v4 } from 'uuid';
import type { OwnedRow } from '../../shared/database/owned-row.ts';
import { serveSubgraph } from '../../shared/subgraph/serve.ts';
import type { Subgraph } from '../../shared/subgraph/subgraph.ts';
import { ANONYMOUS, OPERATOR } from '../../shared/trust/caller.ts';
import { signRequest, subgraphKey } from '../../shared/trust/signed-request.ts';
import { FollowUpResult, JourneyStatus, LeavingReason } from '../../subgraphs/cps/beneficiary/journey.ts';
import { ConsultationStatus } from '../../subgraphs/cps/consultation/consultation.ts';
import { ManufactoryStatus } from '../../subgraphs/institutions/manufactory/manufactory-status.ts';
import { findDataset } from '../../subgraphs/outcomes/dataset/datasets.ts';
import { columnsOf } from '../../subgraphs/outcomes/dataset/figure-column.ts';
import { type CountedIndicator, isDerived } from '../../subgraphs/outcomes/indicator/indicator-definition.ts';
import { ALL_SUBGRAPHS } from '../kit/all-subgraphs.ts';
import { someone } from '../kit/caller.ts';
import { figuresOf, refusedFigures } from '../kit/figures.ts';
import {
  beneficiary,
  consultation,
  endedEnrolment,
  idea,
  supportCentre,
  supportSession,
  training,
  VERIFIED,
} from '../kit/given-cps.ts';
import { INDEPENDENT, manufactory, PROTECTED, parentInstitution } from '../kit/given-institutions.ts';
import { DELIVERED, order, service } from '../kit/given-marketplace.ts';
import { incentive, municipalityOf, payment } from '../kit/given-municipality.ts';
import { SubgraphUnderTest } from '../kit/subgraph.ts';

/** What no record of the hub says: the centre counts it by other means, and submits it. */
const IN_NO_RECORD = ['EECO18', 'EECO19', 'NH-Q1'];
const BREAKDOWNS_IN_NO_RECORD = ['RURAL'];

interface Counting {
  name: string;
  /** Something else that it answers, and that may be kept. */
  beside: string;
  /** One for each dataset. */
  periods: Record<string, string>;
  rates?: boolean;
  /** In which each indicator is found at least once. */
  world: () => OwnedRow[];
}

const COUNTING: Counting[] = [
  {
    name: 'cps',
    beside: 'ideas { totalCount }',
    periods: { PEOPLE: '2006', MANUFACTORIES: '2006-Q2' },
    world: () => {
      const centre = supportCentre('CPS');
      const course = training(centre, 'Prices');
      const left = { leftOn: '2006-03-01', resultsOn: '2006-03-01', leavingReason: LeavingReason.OTHER };
      const asked = { followedUpOn: '2006-11-01', followUpResults: [FollowUpResult.EECR05] };
      const gone = { status: JourneyStatus.FOLLOWED_UP, employedOn: '2006-01-02', ...left, ...asked };
      const working = { status: JourneyStatus.EMPLOYED_PROTECTED, employedOn: '2006-01-02' };
      const [one, other] = [gone, working].map((facts) => beneficiary(centre, { referredOn: '2006-01-01', ...facts }));
      const held = { status: ConsultationStatus.CLOSED, opensOn: '2006-05-01', closesOn: '2006-06-01' };
      return [
        centre,
        course,
        one as OwnedRow,
        other as OwnedRow,
        supportSession(one as never, '1.00', '2006-02-01'),
        endedEnrolment(one as never, course, '1.00', '2006-02-01'),
        idea(centre, 'An idea', { ...VERIFIED, submittedOn: '2006-05-01', verifiedOn: '2006-05-02' }),
        consultation(centre, 'What is missing?', held),
      ];
    },
  },
  {
    name: 'institutions',
    beside: 'manufactories { totalCount }',
    periods: { MANUFACTORIES: '2008-Q1' },
    world: () => {
      const host = parentInstitution();
      const free = (independentSince: string) =>
        manufactory(host, 'M', { ...INDEPENDENT, protectedFrom: '2005-01-01', independentSince });
      const closed = { status: ManufactoryStatus.CLOSED, closedOn: '2008-02-01', closureReason: 'No orders' };
      const retained = { ...PROTECTED, status: ManufactoryStatus.RETAINED, retainedSince: '2008-02-01' };
      return [
        host,
        free('2006-02-01'),
        free('2007-02-01'),
        free('2008-02-01'),
        manufactory(host, 'C', closed),
        manufactory(host, 'R', retained),
      ];
    },
  },
  {
    name: 'municipality',
    beside: 'municipalities { totalCount }',
    periods: { PEOPLE: '2006', MANUFACTORIES: '2006-Q1' },
    rates: true,
    world: () => {
      const krakow = municipalityOf('PL_1261011');
      const award = incentive(krakow, v4());
      return [krakow, award, payment(award, '10.00')];
    },
  },
  {
    name: 'marketplace',
    beside: 'services { totalCount }',
    periods: { MANUFACTORIES: '2006-Q2' },
    rates: true,
    world: () => {
      const play = service(v4(), 'play');
      return [play, order(play, DELIVERED)];
    },
  },
];

describe.each(COUNTING.map((one) => [one.name, one] as const))('the figures of %s', (name, one) => {
  const part = ALL_SUBGRAPHS.find((any) => any.name === name) as Subgraph;
  const subgraph = new SubgraphUnderTest(part);
  const field = `${name}Figures`;
  const rates = one.rates ? ', rates: [{ currency: "PLN", perEuro: "4", on: "2006-12-31" }]' : '';
  const datasets = Object.entries(one.periods).map(([code, period]) => ({ code, period }));
  const [some] = datasets as [{ code: string; period: string }];

  it.each(datasets)('are what the dataset $code wants of it, and nothing else', async ({ code, period }) => {
    await subgraph.given(...one.world());
    const { lines } = await figuresOf(subgraph, field, `dataset: "${code}", period: "${period}"${rates}`);
    const dataset = findDataset(code);
    if (!dataset) throw new Error(`There is no dataset ${code}.`);
    const wanted = dataset.indicators.filter(
      (indicator): indicator is CountedIndicator =>
        !isDerived(indicator) && indicator.countedBy === name && !IN_NO_RECORD.includes(indicator.code),
    );

    expect(new Set(lines.map(({ indicator }) => indicator))).toEqual(
      new Set(wanted.map((indicator) => indicator.code)),
    );
    const columns = new Set(columnsOf(dataset).map(({ indicator, category }) => `${indicator} ${category}`));
    expect(lines.filter(({ indicator, category }) => !columns.has(`${indicator} ${category}`))).toEqual([]);
    const told = lines.map(({ indicator, category }) => `${indicator} ${category.replaceAll(/=[^;]*/g, '')}`.trim());
    const breakdowns = wanted.flatMap((indicator) => [
      indicator.code,
      ...indicator.breakdowns
        .map((traits) => traits.toSorted().join(';'))
        .filter((traits) => !BREAKDOWNS_IN_NO_RECORD.includes(traits))
        .map((traits) => `${indicator.code} ${traits}`),
    ]);
    expect([...new Set(told)].sort()).toEqual(breakdowns.sort());
  });

  it('are denied to whoever has not the scope, for a dataset that there is or for none', async () => {
    await subgraph.given(...one.world());
    const somebody = someone({ subject: 'adviser', organisationId: v4(), scopes: ['hub:read'] });

    for (const { code, period } of [some, { code: 'NOTHING', period: 'never' }]) {
      const args = `dataset: "${code}", period: "${period}"`;
      expect((await refusedFigures(subgraph, field, args, ANONYMOUS)).code).toBe('UNAUTHENTICATED');
      expect((await refusedFigures(subgraph, field, args, somebody)).code).toBe('FORBIDDEN');
    }
    expect(subgraph.sql).toEqual([]);
  });

  it('are refused for a dataset that is not counted here, and for a period that has not its length or is not over', async () => {
    await subgraph.given(...one.world());
    const refused = (dataset: string, period: string, more = '') =>
      refusedFigures(subgraph, field, `dataset: "${dataset}", period: "${period}"${more}`);
    const yearNow = new Date().getUTCFullYear();
    const isYearly = some.code === 'PEOPLE';
    const [now, other] = isYearly ? [`${yearNow}`, '2006-Q1'] : [`${yearNow}-Q4`, '2006'];
    const invalid = (...texts: string[]) => ({ code: 'INVALID', message: expect.stringMatching(texts.join('.*')) });

    expect(await refused('constructor', some.period)).toEqual(invalid('"constructor"', ...Object.keys(one.periods)));
    expect(await refused(some.code, other)).toEqual(invalid(some.code, isYearly ? 'year' : 'quarter', other));
    expect(await refused(some.code, now)).toEqual(invalid(`^${now} is not over`));
    expect(await refused(some.code, 'soon')).toEqual(invalid('"soon" is no period'));
    expect(await refused(some.code, some.period, `, organisation: "${v4()}"`)).toEqual(invalid('no organisation'));
  });

  it('are kept by nobody, nor is what is asked beside them', async () => {
    await subgraph.given(...one.world());
    const key = subgraphKey(randomBytes(32).toString('base64url'));
    const { schema } = await part.build();
    const server = await serveSubgraph({
      subgraph: part,
      schema,
      orm: subgraph.orm,
      key,
      port: 0,
      isHeard: () => true,
    });
    const ask = async (query: string) => {
      const body = JSON.stringify({ query });
      const headers = { 'content-type': 'application/json', authorization: signRequest(key, name, body, OPERATOR) };
      const { port } = server.address() as AddressInfo;
      const response = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', headers, body });
      return { cache: response.headers.get('cache-control'), text: await response.text() };
    };
    const figures = `${field}(dataset: "${some.code}", period: "${some.period}"${rates}) { rows csv }`;

    try {
      expect((await ask(`{ ${one.beside} }`)).cache).toMatch(/max-age/);
      for (const query of [`{ ${figures} }`, `{ ${one.beside} ${figures} }`]) {
        const { cache, text } = await ask(query);
        expect(text).toContain('MEASURED');
        expect(cache).toBe('no-store');
      }
    } finally {
      server.close();
    }
  });
});
