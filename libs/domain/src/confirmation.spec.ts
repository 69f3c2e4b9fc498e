import { confirmation, history, said, written } from './confirmation.fixture.js';
import {
  fallen,
  historyAsKnownAt,
  historyEntries,
  lastSaidOn,
  standingConfirmations,
} from './confirmation.js';
import { record } from './stage-record.fixture.js';

describe('a confirmation', () => {
  const begun = said(['2026-01-10', 'not_started']);
  const withdrawn = { correctedAt: written(8) };
  const cases = [
    ['counts while the record that it confirmed does', begun, [], null],
    ['follows a record back-dated before it', [...begun, record(3, '2026-06-20', 'in_progress')], [], null],
    [
      'falls where its record was withdrawn',
      said(['2026-01-10', 'not_started', withdrawn]),
      [],
      'record_withdrawn',
    ],
    [
      'falls so even where another record is in force on its day',
      [...said(['2026-01-10', 'not_started', withdrawn]), record(3, '2026-02-01', 'live')],
      [],
      'record_withdrawn',
    ],
    [
      'follows its record to the one that replaced it',
      [...said(['2026-01-10', 'live', withdrawn]), record(3, '2026-01-20', 'in_progress', { replaces: '1' })],
      [],
      null,
    ],
    [
      'falls where that one was withdrawn in its turn',
      [
        ...said(['2026-01-10', 'live', withdrawn]),
        record(3, '2026-01-20', 'in_progress', { replaces: '1', correctedAt: written(9) }),
      ],
      [],
      'record_withdrawn',
    ],
    [
      'falls where its record was moved to after its day',
      [...said(['2026-01-10', 'live', withdrawn]), record(3, '2026-07-01', 'live', { replaces: '1' })],
      [],
      'nothing_in_force',
    ],
    [
      'falls where the service was closed by then',
      begun,
      [{ closedOn: '2026-06-30', reopenedOn: null }],
      'service_closed',
    ],
    ['counts before a closing', begun, [{ closedOn: '2026-07-01', reopenedOn: null }], null],
    ['counts after a re-opening', begun, [{ closedOn: '2026-05-01', reopenedOn: '2026-06-30' }], null],
  ] as const;
  for (const [what, records, closures, why] of cases)
    it(what, () => {
      const one = confirmation(2, '2026-06-30', '1');
      const all = history(records, [one], closures);
      expect(fallen(one, all)).toBe(why);
      expect(standingConfirmations(all)).toEqual(why === null ? [one] : []);
    });

  it('counts as far as was known', () => {
    const all = history(said(['2026-01-10', 'live', { correctedAt: written(8) }]), [
      confirmation(2, '2026-06-30', '1', { withdrawnAt: written(5) }),
      confirmation(3, '2026-07-30', '1'),
    ]);
    const standing = (minute: number) =>
      standingConfirmations(historyAsKnownAt(all, written(minute))).map(({ id }) => id);
    expect([1, 2, 3, 4, 5, 7, 8].map(standing)).toEqual([
      [],
      ['c2'],
      ['c2', 'c3'],
      ['c2', 'c3'],
      ['c3'],
      ['c3'],
      [],
    ]);
  });

  it('shows in the history what it confirmed when made, and what is in force on its day now', () => {
    const entries = historyEntries(
      history(
        [...said(['2026-01-10', 'not_started']), record(3, '2026-06-20', 'in_progress')],
        [confirmation(2, '2026-06-30', '1'), confirmation(4, '2026-06-30', '3', { withdrawnAt: written(5) })],
      ),
    );
    expect(
      entries.map((one) =>
        'record' in one
          ? [one.record.id, one.record.kind]
          : [one.confirmation.id, one.kind, one.confirmed.stage, one.stageBefore],
      ),
    ).toEqual([
      ['c4', 'corrected', 'in_progress', 'in_progress'],
      ['c2', 'confirmation', 'not_started', 'in_progress'],
      ['3', 'move'],
      ['1', 'first'],
    ]);
  });
});

describe('the last day for which somebody vouched', () => {
  const at = (day: string) => ({ recordedAt: `${day}T12:00:00.000Z` });
  const records = said(['2024-01-10', 'live', at('2024-02-01')]);
  const late = confirmation(2, '2026-03-31', '1', at('2026-05-05'));

  it('is the day on which a record was written, and the day that a confirmation speaks of', () => {
    expect(lastSaidOn(history(records), '2026-06-30')).toBe('2024-02-01');
    expect(lastSaidOn(history(records, [late]), '2026-06-30')).toBe('2026-03-31');
    expect(lastSaidOn(history([]), '2026-06-30')).toBeNull();
  });

  it('goes by what had been written by the end of the date, whatever it speaks of', () => {
    expect(lastSaidOn(history(records, [late]), '2026-05-04')).toBe('2024-02-01');
    expect(lastSaidOn(history(records, [late]), '2026-05-05')).toBe('2026-03-31');
    expect(lastSaidOn(history(records, [late]), '2024-01-31')).toBeNull();
    expect(lastSaidOn(history(records, [late]), '2026-06-30', '2026-05-05T11:59:59.999Z')).toBe('2024-02-01');
  });

  it('leaves out a confirmation that has fallen', () => {
    const closed = [{ closedOn: '2026-03-01', reopenedOn: null }];
    expect(lastSaidOn(history(records, [late], closed), '2026-06-30')).toBe('2024-02-01');
  });
});
