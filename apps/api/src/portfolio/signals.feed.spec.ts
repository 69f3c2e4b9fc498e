import type { Confidence } from '@headway/domain';
import { type NewSignal, atomOf, organisationEntry, serviceEntry } from './signals.feed.js';
import { elementsOf } from './signals.feed.fixture.js';

const signal = (rest: Partial<NewSignal> = {}): NewSignal => ({
  id: '0195f3a0-0000-7000-8000-00000000000a',
  reference: 'DWP-014',
  name: 'Apply for it',
  organisation: 'Department for Work and Pensions',
  found: { signal: 'stalled', began: '2026-10-31', since: '2025-10-31' },
  ...rest,
});
const feed = (...entries: readonly NewSignal[]) =>
  elementsOf(
    atomOf(
      'https://headway.example',
      '/api/portfolio/signals.atom?q=a&signal=stalled',
      '2026-11-24',
      entries.map(serviceEntry),
    ),
  );
const ids = (...entries: readonly NewSignal[]) =>
  feed(...entries).filter((element) => element.startsWith('feed/entry/id='));

describe('a feed', () => {
  it('has all that Atom asks for, with nothing to tell', () =>
    expect(feed()).toEqual([
      'feed=',
      'feed/id=https://headway.example/api/portfolio/signals.atom?q=a&signal=stalled',
      'feed/title=New signals in Headway',
      'feed/updated=2026-11-24T00:00:00Z',
      'feed/author=',
      'feed/author/name=Headway',
      'feed/link=https://headway.example/api/portfolio/signals.atom?q=a&signal=stalled',
    ]));

  it('says of each signal what it is, of which service, and what caused it', () =>
    expect(feed(signal()).slice(3)).toEqual([
      'feed/updated=2026-10-31T00:00:00Z',
      'feed/author=',
      'feed/author/name=Headway',
      'feed/link=https://headway.example/api/portfolio/signals.atom?q=a&signal=stalled',
      'feed/entry=',
      jasmine.stringMatching(
        /^feed\/entry\/id=urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/,
      ) as unknown as string,
      'feed/entry/title=Stalled: Apply for it',
      'feed/entry/updated=2026-10-31T00:00:00Z',
      'feed/entry/author=',
      'feed/entry/author/name=Department for Work and Pensions',
      'feed/entry/category=',
      'feed/entry/link=https://headway.example/services/DWP-014',
      'feed/entry/summary=In progress since 31 October 2025.',
    ]));

  it('tells of an organisation whose confidence fell, newest first among the services', () => {
    const said = (quarter: string, confidence: Confidence, submittedOn: string) => ({
      ...{ quarter, confidence, submittedOn },
    });
    const fell = organisationEntry({
      organisation: { slug: 'ho', name: 'Home Office', abbreviation: 'HO' },
      before: said('2026-27-Q1', 'very_confident', '2026-07-10'),
      now: said('2026-27-Q2', 'fairly_confident', '2026-11-02'),
    });
    const entries = elementsOf(
      atomOf('https://h.example', '/x', '2026-11-24', [serviceEntry(signal()), fell]),
    );
    expect(entries.filter((one) => /title|entry\/link|summary/.test(one)).slice(1, 4)).toEqual([
      'feed/entry/title=Confidence falling: Home Office',
      'feed/entry/link=https://h.example/departments/ho',
      'feed/entry/summary=From very confident in Q1 2026-27 to fairly confident in Q2 2026-27.',
    ]);
  });

  it('holds any text as it is, and drops what XML cannot hold', () => {
    const name = `<b> & "'  ]]> \u{1f600} &amp;`;
    expect(feed(signal({ name, reference: 'A/B', organisation: name }))).toEqual(
      jasmine.arrayContaining([
        `feed/entry/title=Stalled: ${name}`,
        `feed/entry/author/name=${name}`,
        'feed/entry/link=https://headway.example/services/A%2FB',
      ]),
    );
    expect(feed(signal({ name: 'a\u0001b\ufffe\ud800c' }))).toContain('feed/entry/title=Stalled: abc');
  });

  it('names a signal the same as long as service, signal and the day of the cause are', () => {
    const [one] = ids(signal());
    expect(ids(signal({ name: 'Renamed', reference: 'DWP-999', organisation: 'Another' }))).toEqual([one!]);
    // Another threshold, and so begun on another day; the cause is the same.
    expect(ids(signal({ found: { signal: 'stalled', began: '2026-05-31', since: '2025-10-31' } }))).toEqual([
      one!,
    ]);
    const others = ids(
      signal({ id: '0195f3a0-0000-7000-8000-00000000000b' }),
      signal({ found: { signal: 'stalled', began: '2026-10-31', since: '2025-10-30' } }),
      signal({ found: { signal: 'went_backwards', began: '2025-10-31', from: 'live', to: 'in_progress' } }),
      signal({ found: { signal: 'no_data', began: '2026-10-01', last: '2025-10-31' } }),
      ...(['live', 'redesigned'] as const).map((target) =>
        signal({
          found: {
            signal: 'slipped',
            began: '2025-10-31',
            target,
            dueOn: '2025-10-30',
            passed: true,
            moves: [],
          },
        }),
      ),
    );
    expect(new Set([one, ...others]).size).toBe(7);
  });
});
