import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import chromium from '@sparticuz/chromium';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The browser to test in: `CHROME_BIN`, else an installed one, else the one inside an npm package. */
export async function browserPath(): Promise<string> {
  const given = process.env['CHROME_BIN'];
  if (given) return given;
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const installed = folders
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((path) => existsSync(path));
  return installed ?? chromium.executablePath();
}
