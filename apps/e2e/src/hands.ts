import { type Page, expect } from '@playwright/test';

/** Somebody who has no mouse: every key counts, and what has the focus must be in sight. */
export class Hands {
  keys = 0;
  private readonly paths = new Set<string>();

  constructor(private readonly page: Page) {
    page.on('framenavigated', (frame) => {
      if (frame === page.mainFrame()) this.paths.add(new URL(frame.url()).pathname);
    });
  }

  /** Pages seen, an address that only leads on to another not counted. */
  pages(passedThrough: string): number {
    return [...this.paths].filter((path) => path !== passedThrough).length;
  }

  async press(key: string, times = 1): Promise<void> {
    for (let time = 0; time < times; time++) await this.page.keyboard.press(key);
    this.keys += times;
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
    this.keys += text.length;
  }

  /** On by Tab until the control with this name has the focus, and no further than a long page is. */
  async tabTo(name: RegExp): Promise<void> {
    for (let step = 0; step < 40; step++) {
      await this.press('Tab');
      const named = await this.page.evaluate(() => {
        const element = document.activeElement as HTMLInputElement;
        return (
          element.getAttribute('aria-label') ?? element.labels?.[0]?.textContent ?? element.textContent ?? ''
        );
      });
      if (name.test(named.trim())) return this.seesFocus();
    }
    throw new Error(`Tab does not come to ${name}`);
  }

  /** Nothing lies over what has the focus (WCAG 2.2, 2.4.11). */
  async seesFocus(): Promise<void> {
    const seen = () =>
      this.page.evaluate(() => {
        const element = document.activeElement!;
        const { left, top, width, height } = element.getBoundingClientRect();
        const there = document.elementFromPoint(left + width / 2, top + height / 2);
        return there !== null && (there === element || element.contains(there) || there.matches('label'));
      });
    await expect.poll(seen).toBe(true);
  }
}
