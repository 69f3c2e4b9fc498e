import { faults, parsed } from './answers.fixture.js';
import { TargetChange, TargetsQuery, targetStage } from './targets.js';

describe('a change of a target', () => {
  it('has a date and, where it is given, a reason', () => {
    expect(parsed(TargetChange, { dueOn: '2027-03-31' })).toEqual({
      read: { dueOn: '2027-03-31', reason: null },
    });
    expect(parsed(TargetChange, { dueOn: null, reason: ' Not this year\n' })).toEqual({
      read: { dueOn: null, reason: 'Not this year' },
    });
    expect(parsed(TargetChange, { dueOn: null, reason: ' ' })).toEqual({
      read: { dueOn: null, reason: null },
    });
  });

  const refused: readonly [body: object, field: string][] = [
    [{}, 'dueOn'],
    [{ dueOn: '' }, 'dueOn'],
    [{ dueOn: '31/03/2027' }, 'dueOn'],
    [{ dueOn: '2027-02-29' }, 'dueOn'],
    [{ dueOn: 20270331 }, 'dueOn'],
    [{ dueOn: null, reason: 7 }, 'reason'],
    [{ dueOn: null, reason: 'x'.repeat(2001) }, 'reason'],
    [{ dueOn: null, reason: 'a\0' }, 'reason'],
    [{ dueOn: null, stage: 'live' }, 'stage'],
    [{ dueOn: null, setBy: 'me' }, 'setBy'],
  ];
  for (const [body, field] of refused)
    it(`refuses ${JSON.stringify(body).slice(0, 40)}`, () =>
      expect(faults(TargetChange, body)).toEqual([field]));
});

describe('what a target is for', () => {
  for (const stage of ['live', 'redesigned'])
    it(`may be ${stage}`, () => expect(faults(targetStage, stage)).toEqual([]));
  for (const stage of ['not_started', 'in_progress', 'not_recorded', 'Live', ''])
    it(`is not “${stage}”`, () => expect(faults(targetStage, stage)).toEqual(['']));
});

describe('a look at the targets of then', () => {
  it('takes an instant or a day, which is its end in London', () => {
    expect(parsed(TargetsQuery, {})).toEqual({ read: {} });
    expect(parsed(TargetsQuery, { asKnownAt: '2026-06-30' })).toEqual({
      read: { asKnownAt: '2026-06-30T22:59:59.999Z' },
    });
    expect(faults(TargetsQuery, { asKnownAt: 'yesterday', on: '2026-06-30' })).toEqual(['asKnownAt', 'on']);
  });
});
