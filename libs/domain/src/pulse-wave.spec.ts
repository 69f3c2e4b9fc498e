import { pulseWaveBefore, pulseWaveBroken, pulseWaveState } from './pulse-wave.js';

const wave = (opensOn: string, closesOn: string) => ({ opensOn, closesOn });
const may = wave('2026-05-01', '2026-05-31');

describe('a pulse wave', () => {
  for (const [today, state] of [
    ['2026-04-30', 'planned'],
    ['2026-05-01', 'open'],
    ['2026-05-31', 'open'],
    ['2026-06-01', 'closed'],
  ] as const)
    it(`is ${state} on ${today}`, () => expect(pulseWaveState(may, today)).toBe(state));

  for (const [dates, code] of [
    [wave('2026-06-01', '2026-06-01'), null],
    [wave('2026-04-01', '2026-04-30'), null],
    [wave('2026-03-31', '2026-04-30'), 'in_the_past'],
    [wave('2026-06-02', '2026-06-01'), 'before_it_opens'],
    [wave('2026-06-01', '2026-09-01'), null],
    [wave('2026-06-01', '2026-09-02'), 'too_long'],
    [wave('2026-06-01', '2062-06-30'), 'too_long'],
    [wave('2026-05-31', '2026-06-30'), 'overlaps'],
    [wave('2026-04-01', '2026-05-01'), 'overlaps'],
    [wave('2026-04-02', '2026-07-01'), 'overlaps'],
  ] as const)
    it(`from ${dates.opensOn} to ${dates.closesOn} ${code ?? 'is as it must be'}`, () =>
      expect(pulseWaveBroken(dates, [may], '2026-04-01')?.code ?? null).toBe(code));

  it('comes after the last that closed before it', () => {
    const [a, b] = [wave('2024-05-01', '2024-05-31'), wave('2025-05-01', '2025-05-31')];
    expect(pulseWaveBefore(may, [b, a, may])).toBe(b);
    expect(pulseWaveBefore(a, [b, a, may])).toBeNull();
  });
});
