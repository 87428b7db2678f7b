import { describe, expect, it } from '@jest/globals';
import { v4 } from 'uuid';
import { ANONYMOUS, type Caller } from '../../../shared/trust/caller.ts';
import { read, readEntities, readPages } from '../../../test/kit/ask.ts';
import { someone } from '../../../test/kit/caller.ts';
import { approval, member, network, signedOff, submission } from '../../../test/kit/given-outcomes.ts';
import { SubgraphUnderTest } from '../../../test/kit/subgraph.ts';
import { outcomes } from '../subgraph.ts';
import { approvedSubmissions } from './approved-submissions.ts';
import { storeFigures } from './figures.ts';
import { Basis, type Submission, SubmissionStatus } from './submission.ts';

const subgraph = new SubgraphUnderTest(outcomes);
const READER: Caller = someone({ subject: 'reader', organisationId: v4() });
const figure = { indicator: 'EECO01', category: '', territory: 'PL_1261011', value: 7, basis: Basis.MEASURED };

describe('the list of submissions', () => {
  const [poland, partner] = [network('Poland', 'PL'), v4()];
  const rows: Record<string, Submission> = {
    submitted: submission({ submittedOn: '2026-01-05' }),
    earlier: submission({ submittedOn: '2026-01-04', period: '2024' }),
    signed: signedOff({ submittedOn: '2026-01-03', organisationId: partner }),
    local: signedOff({ submittedOn: '2026-01-02', partnershipId: partner }),
    other: submission({ submittedOn: '2026-01-01', dataset: 'MANUFACTORIES', period: '2025-Q4' }),
  };
  const names = new Map(Object.entries(rows).map(([name, { id }]) => [id, name]));

  it.each([
    ['null', ['submitted', 'earlier', 'signed', 'local', 'other']],
    ['{ dataset: "PEOPLE" }', ['submitted', 'earlier', 'signed', 'local']],
    ['{ dataset: "PEOPLE", period: "2025" }', ['submitted', 'signed', 'local']],
    ['{ status: SUBMITTED }', ['submitted', 'earlier', 'other']],
    ['{ awaiting: LOCAL }', ['signed']],
    ['{ awaiting: REGIONAL }', ['local']],
    ['{ awaiting: NATIONAL }', []],
    [`{ organisation: "Organisation_${partner}" }`, ['signed']],
    [`{ network: "${poland.id}" }`, ['local']],
    [`{ network: "${poland.id}", awaiting: LOCAL }`, []],
    [`{ network: "Network_${v4()}" }`, []],
  ])('has and counts those of the filter %s, the newest first', async (filter, expected) => {
    if (filter === 'null') {
      const given = Object.values(rows);
      await subgraph.given(poland, member(poland, partner), ...given, approval(rows.local as Submission));
    }

    const { submissions } = await read(subgraph, `{ submissions(filter: ${filter}) { totalCount nodes { id } } }`);

    expect(submissions.nodes.map(({ id }: { id: string }) => names.get(id))).toEqual(expected);
    expect(submissions.totalCount).toBe(expected.length);
  });

  it.each(['organisation', 'network'])('refuses an id of another type for the %s', async (field) => {
    const { errors } = await subgraph.ask(`{ submissions(filter: { ${field}: "Idea_${v4()}" }) { totalCount } }`);

    expect(errors?.[0]?.extensions).toMatchObject({ code: 'INVALID', field });
  });

  it('goes on behind a cursor, each once', async () => {
    const query = `query ($after: String) { submissions(first: 2, after: $after) {
      nodes { id } pageInfo { hasNextPage endCursor } } }`;

    const pages = await readPages(subgraph, query, ({ submissions }) => submissions);

    const ids = pages.flatMap(({ nodes }) => nodes.map(({ id }) => names.get(id)));
    expect(ids).toEqual(['submitted', 'earlier', 'signed', 'local', 'other']);
  });

  it('tells each with its approvals and the number of its figures, in a statement for all of each kind', async () => {
    await storeFigures(subgraph.orm.em.fork(), (rows.local as Submission).uuid, [figure]);
    const { submissions } = await read(
      subgraph,
      '{ submissions { nodes { figureCount organisation { id } partnership { id } approvals { level network { id } } } } }',
    );

    expect(submissions.nodes[3]).toEqual({
      figureCount: 1,
      organisation: { id: `Organisation_${rows.local?.organisationId}` },
      partnership: { id: `Partnership_${partner}` },
      approvals: [{ level: 'LOCAL', network: null }],
    });
    expect(subgraph.sql).toHaveLength(3);
  });
});

describe('whoever may not write', () => {
  const FIELDS = '{ id status figureCount }';

  it.each([
    [ANONYMOUS, 'UNAUTHENTICATED'],
    [READER, 'FORBIDDEN'],
  ])('sees no submission, neither in lists nor by its id: %j', async (caller, code) => {
    const row = submission();
    await subgraph.given(row);

    const list = await subgraph.ask(`{ submissions { totalCount nodes ${FIELDS} } }`, {}, caller);
    const one = await subgraph.ask(`{ submission(id: "${row.id}") ${FIELDS} }`, {}, caller);

    for (const answer of [list, one]) expect(answer.errors?.[0]?.extensions).toMatchObject({ code });
    expect(list.data).toEqual({ submissions: null });
    expect(one.data).toEqual({ submission: null });
    expect(subgraph.sql).toEqual([]);
  });

  it('gets for one that is there just what it gets for one that is not', async () => {
    const row = submission();
    await subgraph.given(row);
    const query = `query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on Submission ${FIELDS} } }`;
    const keys = [row.id, `Submission_${v4()}`].map((id) => ({ __typename: 'Submission', id }));

    const { data, errors } = await subgraph.ask(query, { keys }, READER);

    expect(data).toEqual({ _entities: [null, null] });
    expect(errors?.map(({ message, extensions }) => [message, extensions])).toEqual(
      Array.from({ length: 2 }, () => [
        expect.stringMatching('^You may not use `Submission`: it needs .*`submissions:read`'),
        { code: 'FORBIDDEN' },
      ]),
    );
    expect(subgraph.sql).toEqual([]);
  });
});

it('finds submissions by their keys in one statement, for the operator', async () => {
  const [one, other] = [submission(), submission({ number: 2 })];
  await subgraph.given(one, other);

  const found = await readEntities(subgraph, 'Submission', [other.id, `Submission_${v4()}`, one.id], 'number');

  expect(found).toEqual([{ number: 2 }, null, { number: 1 }]);
  expect(subgraph.sql).toHaveLength(1);
});

it('has no field, on any type, that shows a figure', async () => {
  const { __schema } = await read(
    subgraph,
    '{ __schema { types { name fields { name type { name ofType { name } } } } } }',
  );
  const { fields } = __schema.types.find(({ name }: { name: string }) => name === 'Submission');

  expect(fields.map(({ name }: { name: string }) => name)).toEqual(expect.arrayContaining(['figureCount']));
  expect(__schema.types.map(({ name }: { name: string }) => name)).not.toContain('Figure');
  const figures = fields.filter(({ name }: { name: string }) => /figure|value|count/i.test(name));
  expect(figures.map(({ name }: { name: string }) => name)).toEqual(['figureCount']);
});

describe('for a release of a network', () => {
  const seenBy = async (viewer: ReturnType<typeof network>, dataset = 'PEOPLE', period = '2025') => {
    const wanted = { network: viewer, dataset, period };
    const seen = await subgraph.orm.em.fork().transactional((em) => approvedSubmissions(em, wanted));
    return seen.map(({ uuid }) => uuid);
  };

  it('there is none that somebody could take back meanwhile', async () => {
    const viewer = network('L', 'PL21');
    const row = signedOff();
    await subgraph.given(viewer, row, approval(row, viewer));
    const lock = () =>
      subgraph.orm.em.fork().execute('select from submission where id = ? for update nowait', [row.uuid]);

    await subgraph.orm.em.fork().transactional(async (em) => {
      await approvedSubmissions(em, { network: viewer, dataset: 'PEOPLE', period: '2025' });
      await expect(lock()).rejects.toThrow('could not obtain lock');
    });
    await lock();
  });

  it('there are those approved at its level, by itself or by a network within its territory', async () => {
    const [south, lesser, silesia, west] = [
      network('South', 'PL2'),
      network('L', 'PL21'),
      network('S', 'PL22'),
      network('W', 'PL4'),
    ];
    const poland = network('Poland', 'PL');
    const [bySouth, byLesser, byPoland, local] = [signedOff(), signedOff(), signedOff(), signedOff()];
    await subgraph.given(
      south,
      lesser,
      silesia,
      west,
      poland,
      bySouth,
      byLesser,
      byPoland,
      local,
      ...[
        approval(local),
        approval(bySouth, south),
        approval(byLesser, lesser),
        approval(byPoland, lesser),
        approval(byPoland, poland),
      ],
    );

    expect((await seenBy(south)).sort()).toEqual([bySouth, byLesser, byPoland].map(({ uuid }) => uuid).sort());
    expect((await seenBy(lesser)).sort()).toEqual([byLesser, byPoland].map(({ uuid }) => uuid).sort());
    expect(await seenBy(silesia)).toEqual([]);
    expect(await seenBy(west)).toEqual([]);
    expect(await seenBy(poland)).toEqual([byPoland.uuid]);
  });

  it('there are none of another period or dataset, and none that another network of the same territory approved', async () => {
    const [one, other] = [network('One', 'PL21'), network('Other', 'PL21')];
    const row = signedOff();
    await subgraph.given(one, other, row, approval(row, one));

    expect(await seenBy(one)).toEqual([row.uuid]);
    expect(await seenBy(other)).toEqual([]);
    expect(await seenBy(one, 'PEOPLE', '2024')).toEqual([]);
    expect(await seenBy(one, 'MANUFACTORIES')).toEqual([]);
  });

  it.each([SubmissionStatus.RETURNED, SubmissionStatus.REPLACED])('there is none that is %s', async (status) => {
    const region = network('Region', 'PL21');
    const row = signedOff({ status, returnedBecause: 'Nowa Huta is missing.', returnedOn: '2026-03-01' });
    await subgraph.given(region, row, approval(row, region));

    expect(await seenBy(region)).toEqual([]);
  });
});
