import { once } from 'node:events';
import { get } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { FakeReleases, fakeIndicator, fakeRelease } from '../../test/kit/fake-releases.ts';

const DEADLINE = 400;
const FILES = ['sdmx.csv', 'data.json', 'data.csv', 'data.xlsx', 'esf-plus.csv'];
const hub = new FakeReleases();
beforeAll(() => hub.start(DEADLINE));
afterAll(() => hub.stop());

const indicator = fakeIndicator('EECO01', { en: 'Participants', pl: 'Uczestnicy' });
const CODES = ['PL21', 'PL213', 'PL_1261011', 'PL_1261011-D18', 'PL214'];
const rows = CODES.map((code) => ({
  territory: { code, name: `In ${code}`, level: code === 'PL21' ? 'REGIONAL' : 'LOCAL' },
  values: [10],
}));
const release = (more = {}) => fakeRelease([{ indicator, category: [], basis: 'MEASURED' }], rows, more);

const codeOf = async (response: Response) => (await response.json()).errors[0].extensions.code;
const metrics = async () => (await fetch(`${hub.url}/metrics`)).text();
/** Waits until it is counted, which may be a moment after the client has its answer. */
async function counted(file: string, outcome: string, times: number): Promise<void> {
  const line = `hub_export_duration_seconds_count{file="${file}",outcome="${outcome}"} ${times}\n`;
  while (!(await metrics()).includes(line)) await sleep(20);
}
const linesOf = async (response: Response) => (await response.text()).trimEnd().split('\r\n').slice(1);

it.each(FILES)('gives %s a name that tells what it is, and a tag by which nobody takes it twice', async (file) => {
  hub.given(release());
  const first = await hub.take(`Release_3f1d/${file}`);
  const size = (await first.arrayBuffer()).byteLength;
  const etag = first.headers.get('etag') ?? '';
  hub.asked = [];
  const again = await hub.take(`Release_3f1d/${file}`, { 'if-none-match': `"other", W/${etag}` });

  expect([first.status, size > 100]).toEqual([200, true]);
  expect(first.headers.get('content-disposition')).toMatch(
    new RegExp(`^attachment; filename="PEOPLE_2025_PL21_2_(en_)?${file.replace('.', '\\.')}"$`),
  );
  expect(first.headers.get('cache-control')).toBe('public, max-age=600');
  expect(etag).toMatch(/^"(ab12){16}-\d+"$/);
  expect([again.status, again.headers.get('etag'), await again.text()]).toEqual([304, etag, '']);
  expect(hub.asked).toEqual(['about']);
});

it('has another tag once the release is superseded, and then for ever', async () => {
  hub.given(release());
  const before = (await hub.take('Release_3f1d/data.json')).headers.get('etag') ?? '';
  hub.given(release({ status: 'SUPERSEDED' }));
  const after = await hub.take('Release_3f1d/data.json', { 'if-none-match': before });

  expect([after.status, after.headers.get('cache-control')]).toEqual([200, 'public, max-age=604800, immutable']);
  expect(after.headers.get('content-disposition')).toContain('PEOPLE_2025_PL21_2_superseded_en_data.json');
});

it('says the same of a release that is not published as of one that is not there, even to the operator', async () => {
  for (const status of ['DRAFT', 'APPROVED', 'DISCARDED']) {
    hub.given(release({ status }));
    const draft = await hub.take('Release_3f1d/data.csv', { authorization: 'Bearer secret' });
    const told = await draft.text();
    hub.given();
    const missing = await hub.take('Release_3f1d/data.csv');

    expect([draft.status, missing.status, told]).toEqual([404, 404, await missing.text()]);
    expect(hub.asked).toEqual(['about']);
  }
});

it.each([
  ['Release_3f1d/data.pdf', {}, 404, /It has sdmx\.csv, data\.json, data\.csv, data\.xlsx, esf-plus\.csv\./],
  ['Release_3f1d/data.csv?language=de', {}, 400, /`language` is `en` or `pl`/],
  ['Release_3f1d/data.csv?territory=PL99', {}, 400, /No territory has the code "PL99"/],
  ['Release_3f1d/data.csv?territory=PL22', {}, 404, /covers PL21 \(Małopolskie\) and all beneath it, not PL22/],
  ['Release_3f1d/data.csv?territory=PL', {}, 404, /covers PL21/],
  ['Release_3f1d', {}, 404, /nothing at/],
  ['Release_3f1d/data.csv', { authorization: 'Bearer wrong' }, 401, /token is not known/],
])('refuses %s %j in words, and asks for no figures', async (file, headers, status, message) => {
  hub.given(release());
  const response = await hub.take(file, headers as Record<string, string>);

  expect(response.status).toBe(status);
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect((await response.json()).errors[0].message).toMatch(message);
  expect(hub.asked.filter((asked) => asked !== 'about')).toEqual([]);
});

it('takes GET and HEAD alone, and HEAD without a look at the figures', async () => {
  hub.given(release());
  const head = await hub.take('Release_3f1d/data.csv', {}, 'HEAD');
  const post = await hub.take('Release_3f1d/data.csv', {}, 'POST');

  expect([head.status, head.headers.get('etag')?.length, await head.text()]).toEqual([200, 68, '']);
  expect(hub.asked).toEqual(['about']);
  expect([post.status, post.headers.get('allow'), await codeOf(post)]).toEqual([
    405,
    'GET, HEAD',
    'METHOD_NOT_ALLOWED',
  ]);
});

it.each([
  ['PL21', CODES],
  ['PL213', ['PL213', 'PL_1261011', 'PL_1261011-D18']],
  ['PL_1261011-D18', ['PL_1261011-D18']],
  ['PL_1261011-D01', []],
])('gives of %s that territory and all beneath it, over all pages', async (territory, expected) => {
  hub.given(release());
  hub.pageSize = 2;
  const lines = await linesOf(await hub.take(`Release_3f1d/data.csv?territory=${territory}`));

  expect(lines.map((line) => line.split(',')[0])).toEqual(expected);
  expect(hub.asked).toEqual(['about', 'figures after nothing', 'figures after 2', 'figures after 4']);
});

it.each(['sdmx.csv', 'data.json', 'data.csv'])('writes %s of many pages as it would of one', async (file) => {
  hub.given(release());
  const whole = await (await hub.take(`Release_3f1d/${file}`)).text();
  hub.pageSize = 2;

  expect(await (await hub.take(`Release_3f1d/${file}`)).text()).toBe(whole);
});

it('gives each page the time that a question has, and says so where the first takes longer', async () => {
  hub.given(release());
  hub.pageSize = 1;
  hub.onAsked = () => sleep(DEADLINE / 3);
  const patient = await hub.take('Release_3f1d/data.csv');
  expect(await linesOf(patient)).toHaveLength(CODES.length);

  hub.onAsked = (asked) => (asked === 'about' ? undefined : sleep(DEADLINE * 3));
  const late = await hub.take('Release_3f1d/data.csv');
  const { errors } = await late.json();
  expect([late.status, errors[0].extensions.code]).toEqual([503, 'SUBGRAPH_UNAVAILABLE']);
  expect(errors[0].message).toMatch(/ask again later\. The subgraph "outcomes" did not answer in time/);
  expect(hub.cutOff).toBe(1);
});

it('is not taken for a release that is missing when the subgraph is silent', async () => {
  hub.given(release());
  hub.onAsked = () => Promise.reject(new Error('connect ECONNREFUSED'));
  const response = await hub.take('Release_3f1d/data.csv');

  expect([response.status, response.headers.get('cache-control')]).toEqual([503, 'no-store']);
});

it.each(['data.csv', 'data.json'])(
  'breaks %s off where a later page fails, so that nobody takes the half for the whole',
  async (file) => {
    const log = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    const long = rows.map((row) => ({ ...row, territory: { ...row.territory, name: 'Kraków '.repeat(20_000) } }));
    hub.given({ ...release(), rows: long });
    hub.pageSize = 2;
    hub.onAsked = (asked) => (asked === 'figures after 4' ? Promise.reject(new Error('gone')) : undefined);

    await expect(hub.take(`Release_3f1d/${file}`).then((response) => response.text())).rejects.toThrow();
    await counted(file, 'failed', 1);
    expect(log).toHaveBeenCalledWith(expect.stringContaining('SUBGRAPH_UNAVAILABLE'));
    jest.restoreAllMocks();
  },
);

it('makes few workbooks at once, of bounded size, and has room again when one is made or nobody waits for it', async () => {
  hub.given(release());
  let go = () => {};
  const gate = new Promise<void>((resolve) => {
    go = resolve;
  });
  hub.onAsked = (asked) => (asked === 'about' ? undefined : gate);
  const clients = [new AbortController(), new AbortController(), new AbortController()];
  const taken = clients.map(({ signal }) =>
    fetch(`${hub.url}/releases/Release_3f1d/data.xlsx`, { signal }).then(
      ({ status }) => status,
      () => 'hung up',
    ),
  );
  while (hub.asked.filter((asked) => asked !== 'about').length < 3) await sleep(5);
  const refused = await hub.take('Release_3f1d/data.xlsx');
  clients[0]?.abort();
  while (hub.cutOff < 1) await sleep(5);
  go();

  expect([refused.status, refused.headers.get('retry-after'), await codeOf(refused)]).toEqual([503, '5', 'OVERLOADED']);
  expect(await Promise.all(taken)).toEqual(['hung up', 200, 200]);
  expect((await hub.take('Release_3f1d/data.xlsx')).status).toBe(200);

  const columns = Array.from({ length: 2000 }, () => ({ indicator, category: [], basis: 'MEASURED' }));
  const places = Array.from({ length: 251 }, () => ({ ...rows[0], values: [] }));
  hub.given(fakeRelease(columns, places as typeof rows));
  const large = await hub.take('Release_3f1d/data.xlsx');
  expect([large.status, (await large.json()).errors[0].message]).toEqual([422, expect.stringContaining('data.csv')]);
});

it('stops for a client that hangs up, with the question under way', async () => {
  hub.given(release());
  hub.pageSize = 1;
  hub.onAsked = (asked) => (asked === 'figures after 2' ? sleep(DEADLINE / 2) : undefined);
  const client = new AbortController();
  const taken = fetch(`${hub.url}/releases/Release_3f1d/data.csv`, { signal: client.signal }).then((r) => r.text());
  while (!hub.asked.includes('figures after 2')) await sleep(5);
  client.abort();
  await taken.catch(() => {});
  await sleep(DEADLINE);

  expect([hub.asked.at(-1), hub.cutOff]).toEqual(['figures after 2', 1]);
  await counted('data.csv', 'abandoned', 1);
});

it('asks for no page before the client has taken those before it', async () => {
  const many = Array.from({ length: 400 }, (_, i) => ({
    territory: { code: 'PL21', name: `${i} `.repeat(20_000), level: 'LOCAL' },
    values: [i],
  }));
  hub.given({ ...release(), rows: many });
  hub.pageSize = 1;
  const request = get(`${hub.url}/releases/Release_3f1d/data.csv`);
  const [response] = await once(request, 'response');
  let before = -1;
  while (hub.asked.length !== before) {
    before = hub.asked.length;
    await sleep(200);
  }
  expect(before).toBeLessThan(300);
  let lines = 0;
  for await (const chunk of response) lines += String(chunk).split('\n').length - 1;
  expect([lines, hub.asked.length]).toEqual([401, 401]);
});

it('counts each file by its name and outcome, and no name that a client made up', async () => {
  hub.given(release());
  const { headers } = await hub.take('Release_3f1d/esf-plus.csv', {}, 'HEAD');
  const before = await metrics();
  await hub.take('Release_3f1d/esf-plus.csv', { 'if-none-match': headers.get('etag') ?? '' });
  await hub.take('Release_0000/esf-plus.csv');
  await hub.take('Release_3f1d/made-up.csv');
  await counted('esf-plus.csv', 'refused', 1);
  await counted('esf-plus.csv', 'unchanged', 2);

  expect(before).toContain('hub_export_duration_seconds_count{file="esf-plus.csv",outcome="unchanged"} 1\n');
  expect(await metrics()).not.toContain('made-up');
});
