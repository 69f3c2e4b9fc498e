import { answersOf } from './answers';
import { redrafted, restored } from './begun';
import { answered, returnOf } from './return.fixture';

const ticked = ['yes'];
const saved = answersOf(answered({ summary: 'As it was' }));

describe('what a person has typed of a return and not saved', () => {
  it('comes back, and asks ticks again where changes were requested since', () => {
    const kept = { version: 2, saved, answers: { ...saved, summary: 'Mine' } };
    expect(restored(kept, answered())!.answers).toEqual({ ...saved, summary: 'Mine' });
    const sentBack = answered({
      state: 'changes_requested',
      version: 5,
      reviewed: false,
      restUnchanged: false,
    });
    const { answers, saved: base } = restored(kept, sentBack)!;
    expect([saved.reviewed, saved.restUnchanged]).toEqual([ticked, ticked]);
    for (const one of [answers, base]) expect([one.reviewed, one.restUnchanged]).toEqual([[], []]);
    expect(answers.summary).toBe('Mine');
    expect(restored(null, answered())).toBeNull();
  });

  it('follows the words that Headway writes while nobody edited them', () => {
    const drafted = answersOf(returnOf({ draftedSummary: 'One moved' }));
    expect(drafted.summary).toBe('One moved');
    expect(redrafted(drafted, 'One moved', 'Two moved').summary).toBe('Two moved');
    expect(redrafted({ ...drafted, summary: 'Mine' }, 'One moved', 'Two moved').summary).toBe('Mine');
    const kept = { version: 1, saved: drafted, answers: { ...drafted, confidence: 'very_confident' } };
    expect(restored(kept, returnOf({ draftedSummary: 'Two moved' }))!.answers).toEqual(
      jasmine.objectContaining({ summary: 'Two moved', confidence: 'very_confident' }),
    );
  });
});
