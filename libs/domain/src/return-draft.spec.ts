import { draftedSummary } from './return-draft.js';

describe('the words that are drafted for a return', () => {
  it('name what moved, and say where nothing did', () => {
    expect(draftedSummary([])).toBe('No service moved to another stage.');
    expect(
      draftedSummary([
        { name: 'Apply for a licence', before: 'in_progress', after: 'live' },
        { name: 'Pay a fine', before: null, after: 'not_started' },
      ]),
    ).toBe(
      '2 services moved to another stage:\nApply for a licence: from in progress to live\n' +
        'Pay a fine: first recorded, as not started',
    );
  });

  it('name ten at most', () => {
    const moved = Array.from({ length: 12 }, (_, n) => ({
      name: `S${n}`,
      before: null,
      after: 'live' as const,
    }));
    expect(draftedSummary(moved).split('\n')).toHaveSize(12);
    expect(draftedSummary(moved)).toMatch(/and 2 others$/);
  });
});
