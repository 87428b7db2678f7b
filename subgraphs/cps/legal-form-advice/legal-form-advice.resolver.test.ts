import { beforeEach, expect, it } from '@jest/globals';
import { v4 } from 'uuid';
import { keyToUuid } from '../../../shared/register/key.ts';
import { act, load, read } from '../../../test/kit/ask.ts';
import { legalFormAdvice, supportCentre } from '../../../test/kit/given-cps.ts';
import { SubgraphUnderTest } from '../../../test/kit/subgraph.ts';
import { cps } from '../subgraph.ts';
import type { SupportCentre } from '../support-centre/support-centre.ts';

const subgraph = new SubgraphUnderTest(cps);
let centre: SupportCentre;
beforeEach(() => {
  centre = supportCentre('CPS');
});
const manufactory = `Manufactory_${v4()}`;
const FIELDS = `id recommended { scheme code } alternatives { code } proposal { code } proposalAccepted parentOpinion
  advisedOn manufactory { id } supportCentre { name }`;
const ADVICE = {
  manufactoryId: manufactory,
  recommendedCode: 'FOUNDATION',
  alternativeCodes: ['ASSOCIATION'],
  parentOpinion: 'AGREES',
  on: '2026-03-02',
};

it.each([
  ['FOUNDATION', true],
  ['ASSOCIATION', true],
  ['CIVIL_PARTNERSHIP', false],
  [null, null],
])(
  'takes the proposal %s up: %s, and tells the others which form is advised',
  async (proposalCode, proposalAccepted) => {
    await subgraph.given(centre);

    const { row } = await act(
      subgraph,
      'adviseLegalForm',
      { ...ADVICE, supportCentreId: centre.id, proposalCode },
      FIELDS,
    );

    expect(row).toMatchObject({
      recommended: { scheme: 'LEGAL_FORM_PL', code: 'FOUNDATION' },
      alternatives: [{ code: 'ASSOCIATION' }],
      proposal: proposalCode && { code: proposalCode },
      proposalAccepted,
      parentOpinion: 'AGREES',
      manufactory: { id: manufactory },
      supportCentre: { name: 'CPS' },
    });
    expect(await subgraph.events()).toEqual([
      {
        type: 'hub.legal-form.advised.v1',
        subject: row?.id,
        data: { advice: row?.id, manufactory, legalForm: 'FOUNDATION', advisedOn: '2026-03-02' },
      },
    ]);
  },
);

it.each([
  [{ recommendedCode: 'COMPANY' }, {}],
  [{ alternativeCodes: ['COMPANY'] }, {}],
  [{ proposalCode: 'COMPANY' }, {}],
  [{ alternativeCodes: ['FOUNDATION'] }, { field: 'alternative_codes' }],
  [{ alternativeCodes: ['ASSOCIATION', 'ASSOCIATION'] }, { field: 'alternative_codes' }],
  [{ manufactoryId: `Idea_${v4()}` }, { field: 'manufactoryId' }],
])('refuses advice with %j, and tells nothing', async (facts, named) => {
  await subgraph.given(centre);

  const refused = await act(subgraph, 'adviseLegalForm', { ...ADVICE, supportCentreId: centre.id, ...facts });

  expect(refused).toMatchObject({ row: null, code: 'INVALID', facts: named });
  expect(await subgraph.events()).toEqual([]);
});

it('lists advice, the newest first, and finds one by its id', async () => {
  const first = legalFormAdvice(centre, v4(), { advisedOn: '2006-01-02' });
  const second = legalFormAdvice(centre, v4(), { advisedOn: '2006-01-03' });
  await subgraph.given(centre, first, second);

  const { legalFormAdviceGiven } = await read(subgraph, '{ legalFormAdviceGiven { totalCount nodes { id } } }');
  const found = await read(subgraph, `{ legalFormAdvice(id: "${first.id}") { advisedOn } }`);

  expect(legalFormAdviceGiven).toEqual({ totalCount: 2, nodes: [{ id: second.id }, { id: first.id }] });
  expect(found.legalFormAdvice).toEqual({ advisedOn: '2006-01-02' });
});

it('tells of imported advice as if it had been given here', async () => {
  await subgraph.given();
  const header =
    'key,support_centre,manufactory,recommended_code,alternative_codes,proposal_code,parent_opinion,advised_on,source';
  const register = [header, 'advice,cps,host/m,FOUNDATION,"ASSOCIATION,WORKER_COOPERATIVE",,NONE,2006-01-02,'];
  const centres = ['key,organisation,name,hosted_by,host_unit,territory,source', 'cps,norwid/cps,CPS,,,PL_1261011,'];
  await load(subgraph, 'importSupportCentres', 'cps', ...centres);

  await load(subgraph, 'importLegalFormAdvice', 'cps', ...register);
  const again = await load(subgraph, 'importLegalFormAdvice', 'cps', ...register);

  const advice = `LegalFormAdvice_${keyToUuid('cps/advice')}`;
  const of = `Manufactory_${keyToUuid('host/m')}`;
  expect(again).toMatchObject({ added: 0, changed: 0, unchanged: 1 });
  expect(await subgraph.events()).toEqual([
    {
      type: 'hub.legal-form.advised.v1',
      subject: advice,
      data: { advice, manufactory: of, legalForm: 'FOUNDATION', advisedOn: '2006-01-02' },
    },
  ]);
  const found = await read(subgraph, `{ legalFormAdvice(id: "${advice}") { alternatives { code } } }`);
  expect(found.legalFormAdvice.alternatives).toEqual([{ code: 'ASSOCIATION' }, { code: 'WORKER_COOPERATIVE' }]);
});
