import { TestBed } from '@angular/core/testing';
import type { HeadwayEvent } from '@headway/contract';
import { Events } from './events';

/** A connection that the spec opens, breaks and speaks through. */
class FakeSource extends EventTarget {
  static made: FakeSource[] = [];
  static readonly CLOSED = 2;
  readyState = 1;
  onmessage: ((event: { data: string }) => void) | null = null;
  onerror: (() => void) | null = null;
  close = jasmine.createSpy();

  constructor(readonly url: string) {
    super();
    FakeSource.made.push(this);
  }

  opens(): void {
    this.dispatchEvent(new Event('open'));
  }

  breaks(forGood: boolean): void {
    this.readyState = forGood ? FakeSource.CLOSED : 0;
    this.onerror?.();
  }
}

describe('live events', () => {
  const real = window.EventSource;
  let heard: HeadwayEvent['kind'][];
  let events: Events;

  beforeEach(() => {
    FakeSource.made = [];
    window.EventSource = FakeSource as never;
    jasmine.clock().install();
    heard = [];
    events = TestBed.inject(Events);
  });
  afterEach(() => {
    jasmine.clock().uninstall();
    window.EventSource = real;
  });

  const listen = () => events.changes.subscribe(({ kind }) => heard.push(kind));

  it('begin with a change of everything, and go on where they were after a break', () => {
    listen();
    const [source] = FakeSource.made as [FakeSource];
    source.opens();
    source.onmessage!({ data: '{"kind":"barrier.changed","subject":"DWP-001"}' });
    source.breaks(false);
    source.opens();
    expect(heard).toEqual(['everything.changed', 'barrier.changed']);
    expect(FakeSource.made).toHaveSize(1);
  });

  it('begin anew where the browser gave up', () => {
    listen();
    FakeSource.made[0]!.opens();
    FakeSource.made[0]!.breaks(true);
    jasmine.clock().tick(3_000);
    FakeSource.made[1]!.opens();
    expect(heard).toEqual(['everything.changed', 'everything.changed']);
  });

  it('are one connection for all who listen, and none for nobody', () => {
    const both = [listen(), listen()];
    expect(FakeSource.made.map(({ url }) => url)).toEqual(['/api/events']);
    for (const one of both) one.unsubscribe();
    expect(FakeSource.made[0]!.close).toHaveBeenCalledTimes(1);
  });
});
