import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import type { Window } from './browser.ts';
import { DashboardUnderTest, PAGES, settled, TRZEBINIA } from './dashboard.ts';

const dashboard = new DashboardUnderTest();
beforeAll(() => dashboard.start(), 240_000);
afterAll(() => dashboard.end(), 30_000);

let windows: Window[] = [];
async function opened(window: Promise<Window>): Promise<Window['page']> {
  windows.push(await window);
  return (await window).page;
}
afterEach(async () => {
  const wrong = windows.flatMap((window) => window.wrong);
  await Promise.all(windows.map(({ page }) => page.context().close()));
  windows = [];
  expect(wrong).toEqual([]);
});

const centreIn = async (territory: string): Promise<string> =>
  (
    await dashboard.hub.ask('query ($in: String) { supportCentres(filter: { territory: $in }) { nodes { id } } }', {
      in: territory,
    })
  ).data?.supportCentres.nodes[0].id;

const textOf = (page: Window['page']): Promise<string> => page.getByRole('main').innerText();

it('opens on the latest release there is, and a coordinator drills from Europe to Kraków', async () => {
  const page = await opened(dashboard.open());
  await page.goto('/');
  await settled(page);
  expect(await textOf(page)).toMatch(/European Union[\s\S]*\d+ people[\s\S]*Release 1 of 2025/);

  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Map' }).click();
  for (const [place, title] of [
    ['Polska', 'Polska by voivodeship'],
    ['Małopolskie', 'Małopolskie by county'],
    ['Kraków', 'Kraków'],
  ] as const) {
    await settled(page);
    await page.keyboard.press('t');
    await page.getByRole('table').getByRole('link', { name: place, exact: true }).click();
    await page.getByText(title).first().waitFor();
    await page.keyboard.press('t');
  }
  await settled(page);
  expect(new URL(page.url()).searchParams.get('territory')).toBe('PL_1261');
  expect(await page.getByRole('navigation', { name: 'From Europe to here' }).innerText()).toMatch(
    /European Union[\s\S]*Polska[\s\S]*Małopolskie[\s\S]*Kraków/,
  );
}, 90_000);

it('leads by its address to the very same figures', async () => {
  const page = await opened(dashboard.open());
  await page.goto('/?territory=PL21&period=2006&language=pl');
  await settled(page);
  const answer = await dashboard.hub.ask(
    '{ observations(dataset: "PEOPLE", indicators: ["NH-P1"], territories: ["PL21"], periods: ["2006"]) { value } }',
  );
  expect(await textOf(page)).toMatch(new RegExp(`${answer.data?.observations[0].value}\\s+os[oó]b`));
});

it('lets an officer award what the line has, and refuses an overspend in the words of the hub, with all that was typed', async () => {
  const [page, public_] = [
    await opened(dashboard.openAs('an officer of the municipality')),
    await opened(dashboard.open()),
  ];
  await page.goto(PAGES.money);
  await public_.goto(PAGES.money);
  await settled(page);
  await settled(public_);
  expect(await public_.getByRole('button', { name: 'Award an incentive' }).count()).toBe(0);

  await page.getByRole('button', { name: 'Award an incentive' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('To the manufactory').selectOption({ index: 1 });
  const amount = dialog.getByLabel(/^Amount in PLN/);
  await amount.fill('9999999');
  await dialog.getByRole('button', { name: 'Award it' }).click();
  await dialog.getByRole('alert').getByText('It was not awarded').waitFor();
  expect(await dialog.getByRole('alert').innerText()).toMatch(/CONFLICT/);
  expect(await amount.inputValue()).toBe('9999999');

  await amount.fill('123.45');
  await dialog.getByRole('button', { name: 'Award it' }).click();
  await dialog.waitFor({ state: 'detached' });
  for (const window of [page, public_]) await window.getByText('123.45').first().waitFor(); // the other without reload
}, 90_000);

it('shows in one window, without reload, what becomes of a manufactory in another', async () => {
  const host = await opened(dashboard.openAs('who keeps the employments and manufactories'));
  const other = await opened(dashboard.open());
  await other.goto(PAGES.manufactories);
  await settled(other);
  const decision = other.locator('[data-status=DECISION]');
  await other.getByText('Live', { exact: true }).waitFor();

  await host.goto(PAGES.manufactories);
  await host.getByRole('link', { name: 'Manufaktura Ciepły Talerz' }).first().click();
  await host.getByRole('button', { name: 'Record', exact: true }).click();
  await host.getByRole('alert').getByText('The hub has not recorded it:').waitFor(); // a register's number is wanted
  await host.getByLabel('Its number there').fill('0000123456');
  await host.getByRole('button', { name: 'Record', exact: true }).click();
  await host.getByText('Manufaktura Ciepły Talerz is recorded as independent.').waitFor();

  const independent = other.locator('[data-status=INDEPENDENT]');
  await independent.getByText('Manufaktura Ciepły Talerz').waitFor();
  expect(await decision.getByText('Manufaktura Ciepły Talerz').count()).toBe(0);
  await other.locator('.changed', { hasText: 'Manufaktura Ciepły Talerz' }).waitFor();
}, 90_000);

it('catches up with what happened while its connection was lost', async () => {
  const page = await opened(dashboard.open());
  await page.goto(PAGES.manufactories);
  await settled(page);
  await page.getByText('Live', { exact: true }).waitFor();
  const closed = page.locator('[data-status=CLOSED]');
  const name = 'Manufaktura Światłoczuła';
  expect(await closed.getByText(name).count()).toBe(0);

  await page.context().setOffline(true);
  await page.getByText(/^Connection lost/).waitFor();
  const { data } = await dashboard.hub.ask(
    '{ manufactories(filter: { status: PREPARING }) { nodes { id version name } } }',
  );
  const nodes: { id: string; version: number; name: string }[] = data?.manufactories.nodes;
  const [idle] = nodes.filter((each) => each.name === name);
  const close = 'mutation ($input: CloseManufactoryInput!) { closeManufactory(input: $input) { status } }';
  const input = { id: idle?.id, expectedVersion: idle?.version, reason: 'Nobody came to buy.' };
  const authorization = `Bearer ${dashboard.hub.operatorToken}`;
  expect(await dashboard.hub.ask(close, { input }, { authorization })).not.toHaveProperty('errors');
  await page.context().setOffline(false);

  await closed.getByText(name).waitFor();
  for (const window of windows) window.wrong.length = 0; // what could not be asked meanwhile
}, 90_000);

it('marks what a partner showed last while its system is down, and says whose it is and since when', async () => {
  const seen = await opened(dashboard.open());
  await seen.goto(PAGES.community);
  await settled(seen);
  await seen.goto('about:blank');
  const input = {
    supportCentreId: await centreIn(TRZEBINIA),
    title: 'Open day',
    text: 'All are welcome.',
    shownUntil: '2099-12-31',
  };
  const announce = 'mutation ($input: PublishAnnouncementInput!) { publishAnnouncement(input: $input) { id } }';
  const authorization = `Bearer ${dashboard.hub.operatorToken}`;
  expect(await dashboard.hub.ask(announce, { input }, { authorization })).not.toHaveProperty('errors');
  dashboard.hub.kill('subgraphs/cps'); // before anybody heard of it

  const page = await opened(dashboard.open());
  await page.goto(PAGES.community);
  await page
    .getByText(/No answer (now|since .*) from: The Centre for Social Entrepreneurship/i)
    .first()
    .waitFor();
  await page.goto(PAGES.partners);
  const row = (partner: RegExp) => page.getByRole('row', { name: partner }).first();
  await row(/^Centre for Social/)
    .getByText('Does not answer')
    .waitFor();
  await row(/^Centre for Social/)
    .getByText(/^since \d/)
    .waitFor();
  await row(/^Municipality/)
    .getByText('Answers')
    .waitFor();
  for (const window of windows) window.wrong.length = 0;
}, 90_000);

it('speaks Polish and English, switched at once', async () => {
  const page = await opened(dashboard.open());
  await page.goto(`/money?territory=${TRZEBINIA}`);
  await settled(page);
  await page.getByRole('button', { name: 'Polski' }).click();
  await page.getByRole('heading', { level: 1, name: 'Pieniądze' }).waitFor();
  expect(await page.evaluate('document.documentElement.lang')).toBe('pl');
  expect(await textOf(page)).toMatch(/40\s000,00\szł/);
  await page.getByRole('button', { name: 'English' }).click();
  expect(await textOf(page)).toMatch(/PLN\s?40,000\.00/);
});
