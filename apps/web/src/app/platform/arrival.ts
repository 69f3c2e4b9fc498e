import { DOCUMENT, Injectable, inject } from '@angular/core';
import { NavigationEnd, Router } from '@angular/router';
import { filter } from 'rxjs';
import { Flash } from './flash';
import { PlaceInList } from './place-in-list';

const pathOf = (url: string) => url.split(/[?#]/)[0]!;
const placeOf = (url: string) => url.split('#')[1];
const pageOf = (url: string) => new URLSearchParams(url.split('?')[1]?.split('#')[0]).get('page');

/**
 * On another page the reader starts at its top with its heading, or with the news of what was done,
 * in focus. A filter or a sort is the same page and keeps both; a link to a place on it leads there.
 */
@Injectable({ providedIn: 'root' })
export class Arrival {
  private readonly document = inject(DOCUMENT);
  private readonly flash = inject(Flash);
  private readonly router = inject(Router);
  private readonly places = inject(PlaceInList);
  private url: string | null = null;
  private watch: MutationObserver | null = null;

  start(): void {
    this.places.start();
    this.router.events
      .pipe(filter((event) => event instanceof NavigationEnd))
      .subscribe(({ urlAfterRedirects }) => this.arrive(urlAfterRedirects));
  }

  private arrive(url: string): void {
    const before = this.url;
    this.url = url;
    if (before === null) return;
    const navigation = this.router.lastSuccessfulNavigation();
    const back = navigation?.trigger === 'popstate';
    if (!back && !navigation?.extras.replaceUrl && before !== url) this.places.arrived(before);
    this.places.restore(back);
    const otherPath = pathOf(before) !== pathOf(url);
    const place = back || otherPath ? null : this.document.getElementById(placeOf(url) ?? '');
    if (place) {
      place.tabIndex = -1;
      place.focus();
      return;
    }
    if (!back && (otherPath || pageOf(before) !== pageOf(url))) this.document.defaultView?.scrollTo(0, 0);
    if (!otherPath) return;
    this.flash.arrived();
    this.focusWhenThere();
  }

  /** A page that first loads its subject has no heading yet; whoever acts meanwhile is left alone. */
  private focusWhenThere(): void {
    this.watch?.disconnect();
    const start = this.document.activeElement;
    const tryFocus = () => {
      const target =
        this.document.querySelector<HTMLElement>('main .govuk-notification-banner--success') ??
        this.document.querySelector<HTMLElement>('main h1');
      if (!target) return;
      this.watch?.disconnect();
      const active = this.document.activeElement;
      if (active !== start && active !== this.document.body) return;
      target.tabIndex = -1;
      target.focus({ preventScroll: true });
    };
    this.watch = new MutationObserver(tryFocus);
    // The old page is still there until the next render.
    setTimeout(() => {
      this.watch?.observe(this.document.body, { childList: true, subtree: true });
      tryFocus();
    });
  }
}
