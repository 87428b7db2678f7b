import { toGlobalId } from '../../shared/global-id/global-id.ts';
import { keyToUuid } from '../../shared/register/key.ts';

/** The fields of the graph by which partners count their own records for a dataset and a period. */
export type CountingField = 'institutionsFigures' | 'marketplaceFigures' | 'municipalityFigures' | 'cpsFigures';

/** What one partner of the demo submits to the networks. */
export interface DemoSubmission {
  organisationId: string;
  partnershipId: string;
  dataset: 'PEOPLE' | 'MANUFACTORIES';
  period: string;
  /** A file of `infra/demo-figures`, or its own records. */
  from: { file: string } | { fields: readonly CountingField[] };
}

const NOWA_HUTA = 'norwid/pin';
const TARNOW = 'pod-debem/wspolny-dab';
const TRZEBINIA = 'miedziana-iskra/druga-zmiana';
const RECENT_QUARTERS = ['2025-Q4', '2026-Q1', '2026-Q2', '2026-Q3'];
const HOST: readonly CountingField[] = ['institutionsFigures', 'marketplaceFigures'];

export const DEMO_SUBMISSIONS: readonly DemoSubmission[] = [
  ...people(NOWA_HUTA, 'norwid/centrum', ['2006', '2007'], 'cps-nowa-huta'),
  ...people(TARNOW, 'pod-debem/dab', ['2006', '2007', '2024', '2025'], 'pod-debem'),
  ...people(TRZEBINIA, 'miedziana-iskra/osrodek-szkolen', ['2024', '2025'], 'osrodek-szkolen'),
  // What was paid belongs to the people, too: a job has its public cost.
  ...counted(NOWA_HUTA, 'norwid/gmina-krakow', 'PEOPLE', ['2006', '2007'], ['municipalityFigures']),
  ...counted(TRZEBINIA, 'miedziana-iskra/gmina-trzebinia', 'PEOPLE', ['2024', '2025'], ['municipalityFigures']),
  ...manufactories('miedziana-iskra/iskra', HOST),
  ...manufactories('miedziana-iskra/dom-rzemiosl', HOST),
  ...manufactories('miedziana-iskra/trzy-brzozy', HOST),
  ...manufactories('miedziana-iskra/zielona-halda', ['marketplaceFigures']),
  ...manufactories('miedziana-iskra/gmina-trzebinia', ['municipalityFigures']),
  ...manufactories('miedziana-iskra/osrodek-szkolen', ['cpsFigures']),
];

function people(partnership: string, organisation: string, years: readonly string[], folder: string): DemoSubmission[] {
  return years.map((period) => ({
    ...whose(partnership, organisation),
    dataset: 'PEOPLE',
    period,
    from: { file: `${folder}/PEOPLE-${period}.csv` },
  }));
}

function manufactories(organisation: string, fields: readonly CountingField[]): DemoSubmission[] {
  return counted(TRZEBINIA, organisation, 'MANUFACTORIES', RECENT_QUARTERS, fields);
}

function counted(
  partnership: string,
  organisation: string,
  dataset: DemoSubmission['dataset'],
  periods: readonly string[],
  fields: readonly CountingField[],
): DemoSubmission[] {
  return periods.map((period) => ({ ...whose(partnership, organisation), dataset, period, from: { fields } }));
}

function whose(partnership: string, organisation: string) {
  return {
    organisationId: toGlobalId('Organisation', keyToUuid(organisation)),
    partnershipId: toGlobalId('Partnership', keyToUuid(partnership)),
  };
}
