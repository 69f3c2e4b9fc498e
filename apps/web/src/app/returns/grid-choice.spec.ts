import { convertToParamMap } from '@angular/router';
import { serviceOf } from '../services/services.fixture';
import { type GridChoice, choiceFrom, everything, isConfirmed, matches, paramsOf } from './grid-choice';
import { editOf, quarter } from './returns.fixture';

const choice = (change: Partial<GridChoice>): GridChoice => ({ ...everything, ...change });

describe('what a person chose to look at', () => {
  it('comes from the address and goes back to it, without what is not known', () => {
    const said = choice({
      q: 'tax',
      show: 'changed',
      stage: 'live',
      audience: 'internal',
      organisation: 'dvla',
    });
    expect(choiceFrom(convertToParamMap(paramsOf(said)))).toEqual(said);
    expect(choiceFrom(convertToParamMap({ show: 'all', stage: 'done', audience: 'x' }))).toEqual(everything);
    expect(paramsOf(everything)).toEqual({
      q: null,
      show: null,
      stage: null,
      audience: null,
      organisation: null,
    });
  });

  it('finds every word in the name or the reference, in any order', () => {
    const service = serviceOf({ name: 'Apply for a licence', reference: 'DVLA-014' });
    const found = ['', 'LICENCE apply', '014', 'dvla licence', 'tax', 'apply tax'].map((q) =>
      matches(service, choice({ q }), {}, quarter),
    );
    expect(found).toEqual([true, true, true, true, false, false]);
  });

  it('tells what is said here and what is not confirmed from the rest', () => {
    const service = serviceOf({ lastEffectiveOn: '2026-11-01' });
    const show = (show: GridChoice['show'], edits = {}) => matches(service, choice({ show }), edits, quarter);
    expect([show('changed'), show('changed', { 'DWP-001': editOf({ answer: 'confirm' }) })]).toEqual([
      false,
      true,
    ]);
    expect(show('unconfirmed')).toBeFalse();
  });

  it('narrows by stage, audience and organisation', () => {
    const service = serviceOf();
    const found = (change: Partial<GridChoice>) => matches(service, choice(change), {}, quarter);
    expect([found({ stage: 'live' }), found({ stage: 'not_recorded' })]).toEqual([true, false]);
    expect([found({ audience: 'external' }), found({ audience: 'internal' })]).toEqual([true, false]);
    expect([found({ organisation: service.organisation.slug }), found({ organisation: 'dvla' })]).toEqual([
      true,
      false,
    ]);
  });
});

describe('a confirmation', () => {
  it('is of the quarter of its day, whenever it was recorded', () => {
    const recordedLater = { lastRecordedAt: '2027-02-01T10:00:00Z' };
    const on = (lastEffectiveOn: string | null) =>
      isConfirmed(serviceOf({ ...recordedLater, lastEffectiveOn }), quarter);
    expect([null, '2026-09-30', '2026-10-01', '2026-12-31', '2027-01-01'].map(on)).toEqual([
      false,
      false,
      true,
      true,
      false,
    ]);
  });
});
