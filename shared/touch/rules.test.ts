import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { v4 } from 'uuid';
import { marketplace } from '../../subgraphs/marketplace/subgraph.ts';
import { ALL_SUBGRAPHS } from '../../test/kit/all-subgraphs.ts';
import { act } from '../../test/kit/ask.ts';
import { answer, DRAFT, priceOption, service } from '../../test/kit/given-marketplace.ts';
import { SubgraphUnderTest } from '../../test/kit/subgraph.ts';
import { graphRows } from './graph-rows.ts';

describe('in the market', () => {
  const subgraph = new SubgraphUnderTest(marketplace);

  it('tells of a draft that is offered what shows it only from now on: its prices, and the needs that it answers', async () => {
    const draft = service(v4(), 'play', DRAFT);
    const [price, need] = [priceOption(draft, 'for a child'), v4()];
    await subgraph.given(draft, price, answer(draft, need));
    const { row } = await act(subgraph, 'offerService', { id: draft.id, expectedVersion: 1, on: '2026-01-02' });

    const [touched] = await subgraph.touched();
    expect(row?.version).toBe(2);
    expect(touched?.rows).toEqual(['NeedAnswer', 'PriceOption', 'Service']);
    expect(touched?.types).toContain('Need');
    expect(touched?.ids).toEqual(expect.arrayContaining([draft.uuid, price.uuid, need]));
  });

  it('tells of a need that it hears of that it may show anywhere', async () => {
    const need = `Need_${v4()}`;
    await subgraph.given();
    const data = { need, title: 'A need', activityCode: 'S90.20', territory: 'PL_1261011' };
    await subgraph.deliver({ type: 'hub.need.voiced.v1', subject: need, data });

    expect(await subgraph.touched()).toEqual([{ rows: ['Need'], types: ['Need'], ids: null }]);
  });
});

/** Uuids in rows of the graph that it does not show, so that nothing else can be made of them, or that another row shows, which is told. */
const UNSHOWN = ['NetworkMember.partnershipId', 'Order.clientPseudonym'];

describe.each(ALL_SUBGRAPHS.map((part) => [part.name, part] as const))('in %s', (_name, part) => {
  const subgraph = new SubgraphUnderTest(part);

  it('tells every uuid of a row that can be read but its owner, or it is written down why not', async () => {
    const rows = graphRows(subgraph.orm.getMetadata(), (await part.build()).schema, part.touches ?? []);
    const forgotten = [...subgraph.orm.getMetadata().getAll().values()].flatMap((meta) => {
      const row = rows.shown.get(meta.className);
      const uuids = meta.props.filter((one) => one.columnTypes?.[0] === 'uuid' && !one.primary);
      const told = row?.references.map(({ property }) => property);
      return row
        ? uuids.filter(({ name }) => !told?.includes(name)).map(({ name }) => `${meta.className}.${name}`)
        : [];
    });

    expect(forgotten.filter((one) => !one.endsWith('.organisationId') && !UNSHOWN.includes(one))).toEqual([]);
  });
});

it('leaves writes past the unit of work, of which nothing is told, to what the graph does not show', () => {
  const past =
    /native(Insert|Update|Delete)|insertMany|upsertMany|\bem(\.fork\(\))?\.(insert|update|delete)\(|insert into |delete from |update \w+ set /;
  const files = readdirSync('subgraphs', { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && !/\.test\.ts$|migrations/.test(name),
  );

  expect(files.filter((name) => past.test(readFileSync(path.join('subgraphs', name), 'utf8')))).toEqual([
    path.join('cps', 'erasure', 'erase-person.ts'),
    path.join('institutions', 'erasure', 'erase-work.ts'),
    path.join('institutions', 'fact', 'consumers.ts'),
    path.join('outcomes', 'partnership', 'known-leader.consumer.ts'),
    path.join('outcomes', 'release', 'stored-figures.ts'),
    path.join('outcomes', 'submission', 'figures.ts'),
  ]);
});
