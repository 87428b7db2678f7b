import { expect, it } from '@jest/globals';
import { v4 } from 'uuid';
import { cps } from '../../subgraphs/cps/subgraph.ts';
import { institutions } from '../../subgraphs/institutions/subgraph.ts';
import { ServedSubgraph } from '../../test/kit/served-subgraph.ts';
import { runIn } from './people.ts';
import { pseudonymsUnderLogKey } from './pseudonym.ts';

const [centre, hosts] = [new ServedSubgraph(cps), new ServedSubgraph(institutions)];
const [anna, bea] = [v4(), v4()];
const pseudonymsOf = (...people: string[]) => pseudonymsUnderLogKey(runIn(hosts.orm.em), people);

it('hides a person from whoever has the log and any other extract', async () => {
  const [pseudonym] = await pseudonymsOf(anna);

  expect(await pseudonymsOf(bea, anna)).toEqual([expect.not.stringContaining(String(pseudonym)), pseudonym]);
  expect(pseudonym).not.toContain(anna.slice(0, 8));
});

it('has no key that another database has, too', async () => {
  const [{ key }] = (await hosts.orm.em.execute('select key from access_log_key')) as [{ key: string }];

  expect(key).toMatch(/^[0-9a-f]{64}$/);
  await hosts.asSuperuser('update access_log_key set key = reverse(key)');
  const [pseudonym] = await pseudonymsOf(anna);
  await hosts.asSuperuser('update access_log_key set key = reverse(key)');
  expect(pseudonym).not.toBe((await pseudonymsOf(anna))[0]);
});

it('has no key where each person has one', async () => {
  const tables = await centre.orm.em.execute(
    `select to_regclass('access_log_key') as key, to_regclass('access_log') as log`,
  );

  expect(tables).toEqual([{ key: null, log: 'access_log' }]);
});
