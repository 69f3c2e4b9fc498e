import { fieldAt, nextStep, stepFrom } from './steps';

describe('the questions of a record', () => {
  it('follow each other to the check', () => {
    expect(nextStep('stage', false, [])).toBe('date');
    expect(nextStep('evidence', false, [])).toBe('check');
  });

  it('go back to the check after a change, by way of what the change made wrong', () => {
    expect(nextStep('stage', true, [])).toBe('check');
    expect(nextStep('stage', true, [{ field: 'note' }])).toBe('note');
  });

  it('begin at the beginning where the address says nothing known', () => {
    expect([stepFrom(null), stepFrom('nowhere'), stepFrom('note')]).toEqual(['stage', 'stage', 'note']);
  });

  it('know which field a pointer speaks of', () => {
    expect([fieldAt({ pointer: '/note' }), fieldAt({ pointer: '' }), fieldAt({ pointer: '/other' })]).toEqual(
      ['note', null, null],
    );
  });
});
