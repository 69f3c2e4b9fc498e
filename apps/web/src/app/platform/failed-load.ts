import { ErrorHandler, Injectable, computed, inject, signal } from '@angular/core';
import { type NavigationError, NavigationStart, RedirectCommand, Router } from '@angular/router';
import { filter } from 'rxjs';
import { Connection } from './connection';

/** Code that could not be fetched: for the page that a link leads to, or for something on this page. */
export interface Failure {
  /** Where to go by a whole page load, which fetches what there is now. */
  readonly url: string;
  readonly page: boolean;
  /** Of the visit: there is no other page to stay on. */
  readonly first: boolean;
  readonly updated: boolean;
}

/** Where the first page of a visit cannot be opened, and nothing else is shown that could say so. */
export const notOpened = 'not-opened';

/** The last failure to fetch code, until the reader goes elsewhere. */
@Injectable({ providedIn: 'root' })
export class FailedLoad {
  private readonly router = inject(Router);
  private readonly connection = inject(Connection);
  readonly shown = signal<Failure | null>(null);
  /** Null where a page of its own says it. */
  readonly onThisPage = computed(() => (this.shown()?.first ? null : this.shown()));

  constructor() {
    this.router.events
      .pipe(filter((event) => event instanceof NavigationStart && event.url !== `/${notOpened}`))
      .subscribe(() => {
        this.shown.set(null);
        this.connection.leftPage();
      });
  }

  page(url: string, first: boolean): void {
    this.show({ url, page: true, first, updated: false });
  }

  /** Fetches what a click on this page needs; undefined where that fails, and the page says so. */
  async part<T>(fetch: () => Promise<T>): Promise<T | undefined> {
    try {
      return await fetch();
    } catch {
      this.show({ url: this.router.url, page: false, first: false, updated: false });
      return undefined;
    }
  }

  private show(failure: Failure): void {
    this.shown.set(failure);
    void this.connection.isUpdated().then((updated) => {
      if (updated && this.shown() === failure) this.shown.set({ ...failure, updated });
    });
  }
}

const unfetched = /dynamically imported module|importing a module script|error loading|failed to fetch/i;

/** The reader stays on the page with what is typed; where there is none yet, a page of its own says so. */
export function navigationFailed({ error, url }: NavigationError): RedirectCommand | void {
  const router = inject(Router);
  const first = router.lastSuccessfulNavigation() === null;
  if (!unfetched.test(String(error))) inject(ErrorHandler).handleError(error);
  inject(FailedLoad).page(url, first);
  if (first) return new RedirectCommand(router.parseUrl(`/${notOpened}`), { skipLocationChange: true });
}
