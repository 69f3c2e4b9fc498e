import { inSlices, jsonInSlices, mapInSlices } from './slices.js';
import { turnsDuring } from '../testing/turns.js';

const many = Array.from({ length: 2_000 }, (_, n) => ({ n }));

describe('long work in slices', () => {
  it('does all of it in order, and lets others have their turns between', async () => {
    const { answer, turns } = await turnsDuring(() => mapInSlices(many, ({ n }) => n));
    expect(answer).toEqual(many.map(({ n }) => n));
    expect(turns).toBeGreaterThanOrEqual(8);
  });

  it('makes the same JSON', async () => {
    const { answer, turns } = await turnsDuring(() => jsonInSlices(many));
    expect(answer).toBe(JSON.stringify(many));
    expect(turns).toBeGreaterThanOrEqual(8);
    expect(await jsonInSlices([])).toBe('[]');
  });

  it('ends as its last step does, with an answer or an error', async () => {
    const steps = function* (): Generator<void, number> {
      yield;
      return 1;
    };
    expect(await inSlices(steps())).toBe(1);
    const broken = () => {
      throw new Error('no');
    };
    await expectAsync(mapInSlices([1], broken)).toBeRejectedWithError('no');
  });
});
