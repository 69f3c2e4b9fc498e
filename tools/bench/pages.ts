import { type Page, chromium } from '@playwright/test';
import { browserPath } from '../test/browser.ts';

/** What a page costs in a browser on a slow computer and line: four times slower, 10 Mb/s, 40 ms. */
export interface PageCost {
  readonly name: string;
  /** Kilobytes of script as they travel (gzip). */
  readonly script: number;
  /** Milliseconds until the largest thing was painted. */
  readonly paint: number;
  /** Milliseconds of the slowest thing done on it. */
  readonly interaction: number;
}

interface Looked {
  readonly name: string;
  readonly path: string;
  /** Is there once all of the page is. */
  readonly last: string;
  readonly act: (page: Page) => Promise<void>;
}

const pages: readonly Looked[] = [
  {
    name: 'Portfolio',
    path: '/portfolio',
    last: 'hw-breakdown table',
    act: async (page) => {
      await page.getByLabel('Sort departments by').focus();
      await page.keyboard.press('ArrowDown');
      await page.getByLabel('Show', { exact: true }).focus();
      await page.keyboard.press('ArrowDown');
      await page.locator('hw-trend table tbody tr').first().waitFor();
    },
  },
  {
    name: 'Services',
    path: '/services',
    last: 'main tbody tr',
    act: async (page) => {
      await page
        .getByRole('link', { name: /^Stage/ })
        .first()
        .click();
      await page.waitForURL(/sort=/);
      await page.getByRole('link', { name: /Next/ }).click();
      await page.waitForURL(/page=2/);
    },
  },
];

/** In the page: the largest paint and the slowest interaction so far. */
const watching = `
  window.kept = { paint: 0, interaction: 0 };
  const keep = (name, of) => (list) => {
    for (const entry of list.getEntries()) kept[name] = Math.max(kept[name], of(entry));
  };
  new PerformanceObserver(keep('paint', (entry) => entry.startTime))
    .observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver(keep('interaction', (entry) => entry.duration))
    .observe({ type: 'event', buffered: true, durationThreshold: 16 });
`;

/** Opens each page as somebody signed in, with nothing kept by the browser, and works on it. */
export async function pageCosts(base: string, secret: string): Promise<readonly PageCost[]> {
  const browser = await chromium.launch({
    executablePath: await browserPath(),
    args: [
      ...['--no-sandbox', '--disable-background-networking'],
      ...['--disable-component-update', '--disable-sync'],
    ],
  });
  const costs: PageCost[] = [];
  for (const looked of pages) {
    const context = await browser.newContext();
    await context.addCookies([{ name: 'headway_session', value: secret, url: base }]);
    costs.push(await costOf(await context.newPage(), base, looked));
    await context.close();
  }
  await browser.close();
  return costs;
}

async function costOf(page: Page, base: string, { name, path, last, act }: Looked): Promise<PageCost> {
  const devTools = await page.context().newCDPSession(page);
  await devTools.send('Network.enable');
  // Browsers take Brotli where they may, which is less.
  await devTools.send('Network.setExtraHTTPHeaders', { headers: { 'Accept-Encoding': 'gzip' } });
  await devTools.send('Network.emulateNetworkConditions', {
    ...{ offline: false, latency: 40, downloadThroughput: 1_250_000, uploadThroughput: 1_250_000 },
  });
  await devTools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const scripts = new Set<string>();
  let bytes = 0;
  devTools.on('Network.responseReceived', ({ requestId, response }) => {
    if (response.mimeType.includes('javascript')) scripts.add(requestId);
  });
  devTools.on('Network.dataReceived', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  await page.addInitScript(watching);
  await page.goto(`${base}${path}`);
  await page.locator(last).first().waitFor();
  await page.waitForTimeout(1_000);
  const script = bytes / 1000;
  const kept = () => page.evaluate<Pick<PageCost, 'paint' | 'interaction'>>('kept');
  const { paint } = await kept();
  await act(page);
  await page.waitForTimeout(500);
  return { name, script, paint, interaction: (await kept()).interaction };
}
