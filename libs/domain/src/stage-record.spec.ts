import { rulesBroken } from './stage-record.js';
import { record, statement } from './stage-record.fixture.js';
import { stages } from './stage.js';

const today = '2026-11-23';
const service = (opensOn: string | null = null) => ({ today, opensOn });

describe('a new statement', () => {
  const broken = (...args: Parameters<typeof rulesBroken>) =>
    rulesBroken(...args).map(({ field, code }) => `${field} ${code}`);

  it('breaks no rule where it is plain and true', () =>
    expect(rulesBroken(statement('2026-01-01', 'live'), [], service())).toEqual([]));

  describe('about when', () => {
    it('may be true from today', () => expect(broken(statement(today, 'live'), [], service())).toEqual([]));

    it('may not be true from tomorrow', () =>
      expect(broken(statement('2026-11-24', 'live'), [], service())).toEqual(['effectiveOn in_the_future']));

    it('may be true from the day the service opened', () =>
      expect(broken(statement('2020-04-01', 'live'), [], service('2020-04-01'))).toEqual([]));

    it('may not be true before the service opened', () =>
      expect(broken(statement('2020-03-31', 'live'), [], service('2020-04-01'))).toEqual([
        'effectiveOn before_service_opened',
      ]));

    it('may be true from any day where nobody knows when the service opened', () =>
      expect(broken(statement('1999-12-31', 'live'), [], service(null))).toEqual([]));

    const closures = [{ closedOn: '2025-04-01', reopenedOn: '2025-10-01' }];
    for (const [on, codes] of [
      ['2025-03-31', []],
      ['2025-04-01', ['effectiveOn service_closed']],
      ['2025-09-30', ['effectiveOn service_closed']],
      ['2025-10-01', []],
    ] as const)
      it(`may ${codes.length ? 'not ' : ''}be true on ${on} of one closed from April to September 2025`, () =>
        expect(broken(statement(on, 'live'), [], { ...service(), closures })).toEqual([...codes]));

    it('may be back-dated between two records', () => {
      const records = [record(1, '2024-01-01', 'not_started'), record(2, '2026-01-01', 'live')];
      expect(broken(statement('2025-01-01', 'in_progress'), records, service())).toEqual([]);
    });
  });

  describe('of a lower stage', () => {
    const live = () => [record(1, '2025-01-01', 'live')];

    it('needs a note', () =>
      expect(broken(statement('2026-01-01', 'in_progress'), live(), service())).toEqual([
        'note note_required',
      ]));

    it('is in order with a note', () => {
      const withNote = statement('2026-01-01', 'in_progress', { note: 'Supplier went under' });
      expect(broken(withNote, live(), service())).toEqual([]);
    });

    it('needs no note where it corrects a record: the reason says it', () =>
      expect(
        broken(statement('2026-01-01', 'in_progress'), live(), { ...service(), correcting: true }),
      ).toEqual([]));

    it('is not satisfied by an empty note', () =>
      expect(broken(statement('2026-01-01', 'in_progress', { note: '' }), live(), service())).toEqual([
        'note note_required',
      ]));

    it('needs no note before the higher stage was reached', () =>
      expect(broken(statement('2024-12-31', 'in_progress'), live(), service())).toEqual([]));

    it('needs no note on the very day the higher stage was reached, as only the last of a day is a move', () =>
      expect(broken(statement('2025-01-01', 'in_progress'), live(), service())).toEqual([]));

    it('is judged against its own date where a later record is lower already', () => {
      const records = [...live(), record(2, '2026-06-01', 'not_started', { note: 'Stopped' })];
      expect(broken(statement('2026-01-01', 'in_progress'), records, service())).toEqual([
        'note note_required',
      ]);
      expect(broken(statement('2026-07-01', 'in_progress'), records, service())).toEqual([]);
    });
  });

  it('of the same or a higher stage needs no note', () => {
    const live = [record(1, '2025-01-01', 'live')];
    expect(broken(statement('2026-01-01', 'live'), live, service())).toEqual([]);
    expect(broken(statement('2026-01-01', 'redesigned'), live, service())).toEqual([]);
  });

  describe('that redesign is under way', () => {
    const allowed = { not_started: false, in_progress: true, live: true, redesigned: false };
    for (const stage of stages)
      it(`is ${allowed[stage] ? 'in order' : 'refused'} at ${stage}`, () =>
        expect(broken(statement('2026-01-01', stage, { redesignUnderWay: true }), [], service())).toEqual(
          allowed[stage] ? [] : ['redesignUnderWay redesign_not_under_way'],
        ));
  });

  it('hears of every rule it breaks at once, in words', () => {
    const worst = statement('2027-01-01', 'not_started', { redesignUnderWay: true });
    const all = rulesBroken(worst, [record(1, '2025-01-01', 'live')], { today, opensOn: '2028-01-01' });
    expect(all.map(({ code }) => code)).toEqual([
      'in_the_future',
      'before_service_opened',
      'note_required',
      'redesign_not_under_way',
    ]);
    expect(all.every(({ message }) => message.length > 10)).toBeTrue();
  });
});
