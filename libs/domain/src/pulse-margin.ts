/** So many of a base gave an answer. */
export interface Proportion {
  readonly count: number;
  readonly base: number;
}

/** A change of a share, in percentage points that are not rounded. */
export interface PulseChange {
  readonly points: number;
  /** How far from `points` the true change may be, either way, at 95% confidence. */
  readonly margin: number;
}

/** The 97.5th percentile of the normal distribution, so that 95% lie within as many standard errors either way. */
const z = 1.959964;

/**
 * The change from one proportion to another, of two independent groups; null where either has no base.
 *
 * `points` is 100 (p₂ − p₁), with each p as it was observed. The 95% interval is
 * p̃₂ − p̃₁ ± z √(p̃₁(1−p̃₁)/ñ₁ + p̃₂(1−p̃₂)/ñ₂), with p̃ = (count + 1)/(base + 2) and ñ = base + 2: Agresti and Caffo,
 * "Simple and effective confidence intervals for proportions and differences of proportions result from
 * adding two successes and two failures", The American Statistician 54 (2000). `margin` is how far its further end
 * is from `points`, so that points ± margin holds the interval. The textbook formula without the additions
 * says nought at shares of 0% and 100%, and covers far less than 95% at bases as small as 10, which are shown here;
 * at large bases both are the same. No finite population correction: how many people could have
 * answered is not known, so the margin is rather too wide.
 *
 * It is what chance alone would do if those who answered were drawn at random. They chose to answer, and the
 * margin says nothing of how they differ from those who did not.
 */
export function changeOfShare(before: Proportion, after: Proportion): PulseChange | null {
  if (before.base === 0 || after.base === 0) return null;
  const [was, is] = [adjusted(before), adjusted(after)];
  const observed = after.count / after.base - before.count / before.base;
  const shift = Math.abs(is.share - was.share - observed);
  return { points: 100 * observed, margin: 100 * (shift + z * Math.sqrt(was.variance + is.variance)) };
}

function adjusted({ count, base }: Proportion) {
  const share = (count + 1) / (base + 2);
  return { share, variance: (share * (1 - share)) / (base + 2) };
}

/** Whether the change is more than its margin, so that chance hardly explains it. */
export function isClear({ points, margin }: PulseChange): boolean {
  return Math.abs(points) > margin;
}
