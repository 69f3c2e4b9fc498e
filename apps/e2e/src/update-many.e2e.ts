import { expect } from '@playwright/test';
import { mustBeClean } from './clean.ts';
import { Hands } from './hands.ts';
import { test } from './headway.ts';
import { leave, signIn } from './people.ts';
import {
  type Service,
  atTheTable,
  check,
  isDone,
  lead,
  record,
  recordsOf,
  servicesOf,
  stageOf,
  thisQuarter,
} from './the-table.ts';
import { today, typed } from './today.ts';

test('a lead updates over thirty services, five of them differently, by keyboard alone', async ({
  page,
}, testInfo) => {
  await signIn(page, lead);
  const before = await servicesOf(page);
  expect(before.length).toBeGreaterThanOrEqual(30);
  const at = (stage: string, nth = 0) => before.filter((service) => service.stage === stage)[nth]!;
  const [goesLive, redesigned, goesBack, first, alsoFirst] = [
    at('in_progress'),
    at('live'),
    at('in_progress', 1),
    at('not_recorded'),
    at('not_recorded', 1),
  ];

  await leave(page);
  const hands = new Hands(page);
  await page.goto(thisQuarter());
  await expect(page.getByRole('button', { name: 'Check 0 services' })).toBeVisible();
  const order = await page
    .locator('tbody input[id^="tick-"]')
    .evaluateAll((boxes) => boxes.map(({ id }) => id.slice('tick-'.length)));
  const started = Date.now();

  await hands.press('Tab');
  await hands.press('Enter');
  await hands.tabTo(/^Tick all/);
  let row = -1;
  const goTo = async ({ reference }: Service) => {
    await hands.press('ArrowDown', order.indexOf(reference) - row);
    row = order.indexOf(reference);
    await expect(page.locator(`[id="tick-${reference}"]`)).toBeFocused();
    await hands.seesFocus();
  };
  /** Hands wait to see what they asked for: the stage taken, and the fields that it opens. */
  const takeStage = async ({ reference }: Service, letters: string, stage: string) => {
    await hands.press('Tab');
    await hands.seesFocus();
    await hands.type(letters);
    await expect(page.locator(`[id="stage-${reference}"]`)).toHaveValue(stage);
    await expect(page.locator(`[id="effectiveOn-${reference}"]`)).toBeVisible();
  };
  const sayStage = async (service: Service, letters: string, stage: string) => {
    await takeStage(service, letters, stage);
    await hands.press('Shift+Tab');
  };
  const says: readonly (readonly [Service, () => Promise<void>])[] = [
    [goesLive, () => sayStage(goesLive, 'li', 'live')],
    [redesigned, () => sayStage(redesigned, 'r', 'redesigned')],
    [
      goesBack,
      async () => {
        await takeStage(goesBack, 'not st', 'not_started');
        await expect(page.locator(`[id="note-${goesBack.reference}"]`)).toBeVisible();
        await hands.press('Tab', 3);
        await hands.seesFocus();
        await hands.type('The supplier left');
        await hands.press('Shift+Tab', 4);
      },
    ],
    [
      first,
      async () => {
        await takeStage(first, 'i', 'in_progress');
        await hands.press('Tab');
        await hands.seesFocus();
        await hands.type(typed(today()));
        await hands.press('Shift+Tab', 2);
      },
    ],
    [alsoFirst, () => sayStage(alsoFirst, 'not st', 'not_started')],
  ];
  for (const [service, say] of [...says].sort(
    ([a], [b]) => order.indexOf(a.reference) - order.indexOf(b.reference),
  )) {
    await goTo(service);
    await say();
  }
  await hands.press('Enter');
  const rest = page.getByRole('button', { name: /^Nothing has changed for/ });
  await expect(rest).toBeFocused();
  // What was confirmed this quarter already is not confirmed again.
  const unsaid = Number(/\d+/.exec((await rest.textContent())!)![0]);
  const said = unsaid + says.length;
  await hands.press('Enter');
  await expect(page.getByRole('button', { name: `Check ${said} services` })).toBeFocused();
  await hands.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(page.getByRole('main')).toContainText(`Nothing has changed (${unsaid})`);
  await hands.tabTo(/^Record/);
  await hands.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    new RegExp(`^${said} services are up to date for Q`),
  );

  const seconds = (Date.now() - started) / 1000;
  const pages = hands.pages('/return');
  const measured = `${before.length} services: ${hands.keys} keys, ${pages} pages, ${seconds.toFixed(1)} seconds`;
  testInfo.annotations.push({ type: 'measured', description: measured });
  process.stdout.write(`${measured}\n`);
  expect(pages).toBeLessThanOrEqual(3);
  // A minute's work for a slow typist. How long the machine took says how busy it was, so that is only printed.
  expect(hands.keys).toBeLessThan(180);

  const after = new Map((await servicesOf(page)).map((service) => [service.reference, service.stage]));
  expect(
    [goesLive, redesigned, goesBack, first, alsoFirst].map(({ reference }) => after.get(reference)),
  ).toEqual(['live', 'redesigned', 'not_started', 'in_progress', 'not_started']);
  const [last] = (await recordsOf(page, goesBack)).items;
  expect([last!.kind, last!.stage]).toEqual(['went_backwards', 'not_started']);
  const versions = new Map(before.map(({ reference, version }) => [reference, version]));
  const moved = (await servicesOf(page)).filter(
    ({ reference, version }) => version !== versions.get(reference),
  );
  expect(moved.length).toBe(said);
});

test('what was just recorded can be undone, after a reload too, and stays readable', async ({ page }) => {
  await signIn(page, lead);
  const before = await servicesOf(page);
  const said = before.filter(({ stage }) => stage !== 'not_recorded').length;
  const service = before.find(({ stage }) => stage === 'in_progress')!;
  await atTheTable(page);
  await page.getByRole('checkbox', { name: 'Tick all shown' }).check();
  await page.getByRole('button', { name: 'Confirm: nothing has changed' }).click();
  await stageOf(page, service).selectOption('live');
  await check(page);
  await record(page);
  await isDone(page);
  await page.reload();
  await expect(page.getByRole('main')).toContainText('Nothing is deleted');
  await mustBeClean(page, 'done');
  await page.setViewportSize({ width: 320, height: 800 });
  await mustBeClean(page, 'done, narrow');
  await page.getByLabel('Reason').fill('The wrong quarter');
  await page.getByRole('button', { name: `Undo ${said} records` }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${said} records withdrawn`);
  await mustBeClean(page, 'undone, narrow');

  expect((await servicesOf(page)).map(({ reference, stage }) => [reference, stage])).toEqual(
    before.map(({ reference, stage }) => [reference, stage]),
  );
  const { items } = await recordsOf(page, service);
  expect(items.filter(({ correction }) => correction?.reason === 'The wrong quarter').length).toBe(1);
});
