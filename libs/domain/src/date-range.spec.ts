import { dateBroken, targetDateBroken } from './date-range.js';
import { barrierBroken } from './barrier-dates.js';
import { type Statement, rulesBroken } from './stage-record.js';
import { targetBroken } from './target-broken.js';
import { closeBroken } from './service.js';

/** A date, and what is wrong with it wherever it is said. */
const cases: readonly [string, string | null][] = [
  ['0001-01-01', 'The date must have a full year, like 2026'],
  ['0026-11-30', 'The date must have a full year, like 2026'],
  ['0099-12-31', 'The date must have a full year, like 2026'],
  ['0100-01-01', 'The date must be after 31 December 1989'],
  ['0202-11-30', 'The date must be after 31 December 1989'],
  ['1899-12-31', 'The date must be after 31 December 1989'],
  ['1970-01-01', 'The date must be after 31 December 1989'],
  ['1989-12-31', 'The date must be after 31 December 1989'],
  ['1990-01-01', null],
  ['2026-02-28', null],
  ['2099-12-31', null],
  ['2100-01-01', 'The date must be before 1 January 2100'],
  ['2999-01-01', 'The date must be before 1 January 2100'],
  ['9999-12-31', 'The date must be before 1 January 2100'],
];
const today = '2028-02-29';
const statement: Omit<Statement, 'effectiveOn'> = {
  ...{ stage: 'live', redesignUnderWay: false, frontOffice: null, middleOffice: null, backOffice: null },
  ...{ note: null, evidenceUrl: null },
};

describe('a date that Headway may be told of', () => {
  for (const [date, message] of cases) {
    it(`${date}: ${message ?? 'may be'}`, () =>
      expect(dateBroken(date, 'The date')?.message ?? null).toBe(message));

    it(`${date} is held to it as the date of a record, a target, a barrier and a closing alike`, () => {
      const wrong = message === null ? null : message.slice('The date '.length);
      const broken = [
        rulesBroken({ ...statement, effectiveOn: date }, [], { today: '2099-12-31', opensOn: null })[0],
        targetBroken([], { dueOn: date, reason: null }, { today: '2080-01-01', opensOn: null }),
        barrierBroken({ raisedOn: date, resolvedOn: null }, '2099-12-31'),
        barrierBroken({ raisedOn: '1990-01-01', resolvedOn: date }, '2099-12-31'),
        closeBroken({ opensOn: null, closures: [] }, null, date),
      ];
      for (const one of broken)
        if (wrong === null)
          expect(one ?? null)
            .withContext(date)
            .toBeNull();
        else expect(one?.message).toMatch(new RegExp(`${wrong}$`));
    });
  }

  it('is 30 years away at most as that of a target, on 29 February too', () => {
    expect(targetDateBroken('2058-02-28', today)).toBeNull();
    expect(targetDateBroken('2058-03-01', today)?.message).toBe(
      'The date of the target must be within 30 years: 28 February 2058 or before',
    );
    expect(targetDateBroken('2056-11-30', '2026-11-30')).toBeNull();
    expect(targetDateBroken('2056-12-01', '2026-11-30')?.code).toBe('too_late');
    expect(targetDateBroken('2099-12-31', '2080-01-01')).toBeNull();
    expect(targetDateBroken('2100-01-01', '2080-01-01')?.message).toContain('before 1 January 2100');
    expect(targetDateBroken('0027-03-31', today)?.code).toBe('year_too_short');
  });
});
