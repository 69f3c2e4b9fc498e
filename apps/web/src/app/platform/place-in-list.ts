import { DOCUMENT, DestroyRef, Injectable, inject } from '@angular/core';
import { Router } from '@angular/router';

/** A link that was followed: by its address, and which of those on the page that have it. */
interface Place {
  readonly href: string;
  readonly nth: number;
}

interface EntryState {
  readonly place?: Place;
  /** The address of the entry just before. */
  readonly from?: string;
}

const pathOf = (address: string) => address.split(/[?#]/)[0]!;

/**
 * Which link was followed from each page, so that whoever comes back finds it in view and in focus. It is kept with
 * the entry of the browser's history, over a reload too; and by address, for links of ours that lead back.
 */
@Injectable({ providedIn: 'root' })
export class PlaceInList {
  private readonly document = inject(DOCUMENT);
  private readonly window = this.document.defaultView!;
  private readonly gone = inject(DestroyRef);
  private readonly router = inject(Router);
  /** The one left last comes last. */
  private readonly byAddress = new Map<string, Place>();
  private leadsBack = false;
  private watch: AbortController | null = null;

  start(): void {
    const listen = (event: MouseEvent) => this.followed(event);
    this.document.addEventListener('click', listen, { capture: true });
    this.gone.onDestroy(() => {
      this.document.removeEventListener('click', listen, { capture: true });
      this.watch?.abort();
    });
  }

  /** On a new entry of the history, by a link or a button on the page at `from`. */
  arrived(from: string): void {
    this.window.history.replaceState({ ...this.entry(), from }, '');
  }

  /** Brings the place back, once what is loaded has come; until the reader does something else. */
  restore(back: boolean): void {
    this.watch?.abort();
    const address = this.address();
    const place = back ? this.entry().place : this.leadsBack ? this.byAddress.get(address) : undefined;
    this.leadsBack = false;
    if (!place) return;
    const { signal } = (this.watch = new AbortController());
    const tryFocus = () => {
      const link = this.find(place);
      if (!link || signal.aborted) return;
      this.watch?.abort();
      link.focus({ preventScroll: true });
      const { top, bottom } = link.getBoundingClientRect();
      if (top < 0 || bottom > this.window.innerHeight) link.scrollIntoView({ block: 'center' });
    };
    const observer = new MutationObserver(tryFocus);
    signal.addEventListener('abort', () => observer.disconnect());
    for (const name of ['keydown', 'pointerdown', 'wheel', 'touchstart'])
      this.document.addEventListener(name, () => this.watch?.abort(), { once: true, signal });
    // The old page is still there until the next render.
    this.window.setTimeout(() => {
      if (signal.aborted) return;
      observer.observe(this.document.body, { childList: true, subtree: true });
      tryFocus();
    });
  }

  private followed(event: MouseEvent): void {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null;
    if (!link) return;
    const href = link.getAttribute('href')!;
    this.leadsBack = link.closest('gov-back-link, gov-breadcrumbs') !== null;
    if (this.leadsBack && isPlain(event)) this.leadBack(event, href);
    if (this.leadsBack || href.startsWith('#') || !link.closest('main')) return;
    const place = { href, nth: this.alike(href).indexOf(link) };
    this.byAddress.delete(this.address());
    this.byAddress.set(this.address(), place);
    this.window.history.replaceState({ ...this.entry(), place }, '');
  }

  /** A link to a list leads back to it as it was left, filters and page too, over other pages in between. */
  private leadBack(event: MouseEvent, href: string): void {
    const before = this.isJustBefore(href);
    const left = [...this.byAddress.keys()].findLast((address) => pathOf(address) === href);
    if (!before && !left) return;
    event.preventDefault();
    if (before) this.window.history.back();
    else void this.router.navigateByUrl(left!);
  }

  private isJustBefore(href: string): boolean {
    const { from } = this.entry();
    return from !== undefined && (from === href || pathOf(from) === href);
  }

  private find({ href, nth }: Place): HTMLElement | undefined {
    const links = this.alike(href);
    return links[nth] ?? links[0];
  }

  private alike(href: string): HTMLElement[] {
    return [...this.document.querySelectorAll<HTMLElement>('main a[href]')].filter(
      (link) => link.getAttribute('href') === href,
    );
  }

  private entry(): EntryState {
    return (this.window.history.state ?? {}) as EntryState;
  }

  private address(): string {
    const { pathname, search } = this.window.location;
    return pathname + search;
  }
}

function isPlain(event: MouseEvent): boolean {
  return event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
}
