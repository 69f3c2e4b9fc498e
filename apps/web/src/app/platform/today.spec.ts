import { TestBed } from '@angular/core/testing';
import { Events } from './events';
import { Today } from './today';

describe('today', () => {
  beforeEach(() => {
    jasmine.clock().install();
    jasmine.clock().mockDate(new Date('2026-06-30T22:59:50Z'));
  });
  afterEach(() => jasmine.clock().uninstall());

  it('changes at midnight in London under a page that stays open', () => {
    const today = TestBed.inject(Today).date;
    expect(today()).toBe('2026-06-30');
    jasmine.clock().tick(30_000);
    expect(today()).toBe('2026-07-01');
  });

  it('is looked at as soon as somebody comes back to the page', () => {
    for (const [target, name] of [
      [document, 'visibilitychange'],
      [window, 'focus'],
      [window, 'pageshow'],
    ] as const) {
      TestBed.resetTestingModule();
      jasmine.clock().mockDate(new Date('2026-12-31T23:59:59Z'));
      const today = TestBed.inject(Today).date;
      expect(today()).toBe('2026-12-31');
      jasmine.clock().mockDate(new Date('2027-01-03T08:00:00Z'));
      target.dispatchEvent(new Event(name));
      expect(today()).withContext(name).toBe('2027-01-03');
    }
  });

  it('has every page that follows what changes read again with a new day', () => {
    const real = window.EventSource;
    window.EventSource = class extends EventTarget {
      close(): void {}
    } as never;
    const heard: unknown[] = [];
    const listening = TestBed.inject(Events).changes.subscribe((event) => heard.push(event));
    TestBed.tick();
    expect(heard).toEqual([]);
    jasmine.clock().tick(30_000);
    TestBed.tick();
    expect(heard).toEqual([{ kind: 'everything.changed', subject: null }]);
    listening.unsubscribe();
    window.EventSource = real;
  });
});
