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
    const service = serviceOf({ lastRecordedAt: '2026-11-01T10:00:00Z' });
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
  it('is of this quarter from its first day in London', () => {
    const at = (lastRecordedAt: string | null) => isConfirmed(serviceOf({ lastRecordedAt }), quarter);
    expect([at(null), at('2026-09-30T22:59:00Z'), at('2026-09-30T23:00:00Z')]).toEqual([false, false, true]);
  });
});
