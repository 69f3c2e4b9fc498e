import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { test } from '@playwright/test';

const turn = join(process.env['E2E_DATA_DIR']!, '..', `${process.env['E2E_PORT']}.turn`);
const patience = 300_000;

/** For a file whose tests change services: files run side by side, and numbers that move under one would fail it. */
export function oneAtATime(): void {
  test.beforeAll(async () => {
    test.setTimeout(patience);
    while (!(await taken())) await wait(250);
  });
  test.afterAll(() => rm(turn, { recursive: true, force: true }));
}

async function taken(): Promise<boolean> {
  try {
    await mkdir(turn);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}
