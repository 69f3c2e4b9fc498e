import { DOCUMENT, Injectable, computed, effect, inject, signal } from '@angular/core';
import { Announcer } from './announcer';

const askAgainAfter = 5_000;

/** Whether Headway can be reached: as the browser says, and as calls find it. */
@Injectable({ providedIn: 'root' })
export class Connection {
  private readonly document = inject(DOCUMENT);
  private readonly window = this.document.defaultView!;
  private readonly online = signal(this.window.navigator.onLine);
  private readonly unanswered = signal(false);
  readonly offline = computed(() => !this.online());
  readonly lost = computed(() => this.offline() || this.unanswered());
  /** What this page asked for in vain, until a later call for the same succeeds. */
  private readonly missing = signal<ReadonlySet<string>>(new Set());
  readonly incomplete = computed(() => !this.lost() && this.missing().size > 0);

  constructor() {
    const announcer = inject(Announcer);
    for (const name of ['online', 'offline'])
      this.window.addEventListener(name, () => {
        this.online.set(this.window.navigator.onLine);
        void this.listen();
      });
    let before = false;
    effect(() => {
      const lost = this.lost();
      if (lost) announcer.say(this.offline() ? 'You are offline' : 'Headway cannot be reached');
      else if (before) announcer.say('You are back online');
      before = lost;
    });
  }

  /** A call was answered, or got no answer that came of what was asked. */
  heard(answered: boolean): void {
    if (this.unanswered() === !answered) return;
    this.unanswered.set(!answered);
    if (!answered) this.listenLater();
  }

  /** Something that is shown could not be read; parts of a page that do without say nothing of it themselves. */
  read(url: string, came: boolean): void {
    if (this.missing().has(url) !== came) return;
    this.missing.update((all) => new Set(came ? [...all].filter((one) => one !== url) : [...all, url]));
  }

  leftPage(): void {
    this.missing.set(new Set());
  }

  /** Whether the server and its database answer now. */
  async answers(): Promise<boolean> {
    try {
      const { ok } = await this.window.fetch('/api/health/ready', { cache: 'no-store', credentials: 'omit' });
      return ok;
    } catch {
      return false;
    }
  }

  /** Whether the server has another version of the pages than the one that runs here; null where it cannot be asked. */
  async isUpdated(): Promise<boolean | null> {
    const own = this.document.querySelector('script[type="module"][src*="main"]')?.getAttribute('src');
    if (!own) return null;
    try {
      const page = await this.window.fetch('/', { cache: 'no-store', credentials: 'omit' });
      return page.ok ? !(await page.text()).includes(own) : null;
    } catch {
      return null;
    }
  }

  private listenLater(): void {
    this.window.setTimeout(() => void this.listen(), askAgainAfter);
  }

  private async listen(): Promise<void> {
    if (!this.unanswered()) return;
    if (await this.answers()) this.heard(true);
    else this.listenLater();
  }
}
