import { DOCUMENT, DestroyRef, Injectable, type Signal, inject, signal } from '@angular/core';
import { type CalendarDate, londonDate } from '@headway/domain';

const looksEvery = 20_000;

/** The day it is in London. It changes at midnight, also under a page that stays open or a computer that slept. */
@Injectable({ providedIn: 'root' })
export class Today {
  private readonly now = signal(londonDate(new Date()));
  readonly date: Signal<CalendarDate> = this.now.asReadonly();

  constructor() {
    const document = inject(DOCUMENT);
    const window = document.defaultView!;
    const look = () => this.now.set(londonDate(new Date()));
    const timer = setInterval(look, looksEvery);
    document.addEventListener('visibilitychange', look);
    for (const name of ['focus', 'pageshow', 'online']) window.addEventListener(name, look);
    inject(DestroyRef).onDestroy(() => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
      for (const name of ['focus', 'pageshow', 'online']) window.removeEventListener(name, look);
    });
  }
}
