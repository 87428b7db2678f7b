import { beforeEach, expect, it } from '@jest/globals';
import { v4 } from 'uuid';
import { Idea } from '../../subgraphs/cps/idea/idea.ts';
import { cps } from '../../subgraphs/cps/subgraph.ts';
import { SupportCentre } from '../../subgraphs/cps/support-centre/support-centre.ts';
import { SubgraphUnderTest } from '../../test/kit/subgraph.ts';
import { OPERATOR } from '../trust/caller.ts';
import { findRow, findRowToEdit } from './find-row.ts';
import { write } from './write.ts';

const subgraph = new SubgraphUnderTest(cps);
let centre: SupportCentre;
let idea: Idea;
beforeEach(async () => {
  centre = Object.assign(new SupportCentre(), { name: 'CPS', organisationId: v4() });
  centre.placeIn('PL_1261011');
  idea = ideaCalled('first');
  await subgraph.given(centre, idea);
  await subgraph.orm.em.fork().execute('truncate idempotency');
});

function ideaCalled(title: string): Idea {
  const row = Object.assign(new Idea(), {
    title,
    need: 'need',
    submittedOn: '2026-01-02',
    supportCentreId: centre.uuid,
  });
  row.organisationId = centre.organisationId;
  row.placeIn('PL_1261011');
  return row;
}

const context = (caller = OPERATOR) => ({ em: subgraph.orm.em.fork(), caller });
const submit = (title: string, idempotencyKey?: string, caller = OPERATOR) =>
  write(context(caller), Idea, 'submitIdea', { idempotencyKey, ...{ title } }, async () => ideaCalled(title));
const rename = (title: string, expectedVersion: number) =>
  write(context(), Idea, 'renameIdea', {}, async (em) => {
    const row = await findRowToEdit(em, Idea, { id: idea.id, expectedVersion });
    row.title = title;
    return row;
  });
const titles = async () =>
  (await subgraph.orm.em.fork().find(Idea, {}, { orderBy: { title: 'asc' } })).map(({ title }) => title);

it('acts once for a key, however often and however much at once it is repeated, and gives the same row', async () => {
  const rows = await Promise.all(Array.from({ length: 8 }, () => submit('second', 'key-1')));

  expect(new Set(rows.map(({ id }) => id)).size).toBe(1);
  expect(await titles()).toEqual(['first', 'second']);
});

it('keeps the keys of callers apart, and acts each time without one', async () => {
  await submit('second', 'key-1');
  await submit('third', 'key-1', { ...OPERATOR, subject: 'somebody else' });
  await submit('fourth');
  await submit('fourth');

  expect(await titles()).toEqual(['first', 'fourth', 'fourth', 'second', 'third']);
});

it('refuses a key that stood for another write', async () => {
  await submit('second', 'key-1');

  await expect(submit('other', 'key-1')).rejects.toMatchObject({
    extensions: { code: 'CONFLICT', field: 'idempotencyKey' },
  });
  expect(await titles()).toEqual(['first', 'second']);
});

it('frees the key of a write that failed', async () => {
  const failing = write(context(), Idea, 'submitIdea', { idempotencyKey: 'key-1' }, async () => {
    throw new Error('the network');
  });
  await expect(failing).rejects.toThrow('the network');

  expect(await submit('second', 'key-1')).toMatchObject({ title: 'second' });
});

it('refuses an edit of a row that has changed since, and says to which version', async () => {
  expect(await rename('renamed', 1)).toMatchObject({ title: 'renamed', version: 2 });

  await expect(rename('again', 1)).rejects.toMatchObject({
    extensions: { code: 'CONFLICT', expectedVersion: 1, version: 2 },
  });
  expect(await titles()).toEqual(['renamed']);
});

it('lets one of many edits at the same moment win, and gives the others a CONFLICT', async () => {
  const edits = await Promise.allSettled(Array.from({ length: 6 }, (_, i) => rename(`edit ${i}`, 1)));

  expect(edits.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  for (const edit of edits) {
    if (edit.status === 'rejected') expect(edit.reason).toMatchObject({ extensions: { code: 'CONFLICT' } });
  }
  expect((await subgraph.orm.em.fork().findOneOrFail(Idea, idea.uuid)).version).toBe(2);
});

it('stores nothing that breaks a rule of the row, though nobody asked', async () => {
  const broken = write(context(), Idea, 'submitIdea', {}, async () =>
    Object.assign(ideaCalled('x'), { verifiedOn: '2026-01-03' }),
  );

  await expect(broken).rejects.toMatchObject({ extensions: { code: 'INVALID' } });
  expect(await titles()).toEqual(['first']);
});

it.each([`Idea_${v4()}`, `Manufactory_${v4()}`, 'nonsense'])('finds nothing by the id %s, and says so', async (id) => {
  await expect(findRow(subgraph.orm.em.fork(), Idea, id)).rejects.toMatchObject({
    extensions: { code: 'NOT_FOUND', id },
  });
});
