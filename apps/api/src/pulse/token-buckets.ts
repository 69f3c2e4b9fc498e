interface Bucket {
  readonly tokens: number;
  /** When so many were in it, in milliseconds. */
  readonly at: number;
}

/**
 * A bucket of tokens for each key: so many at once, then so many a second. In the memory of one process.
 */
export class TokenBuckets {
  private readonly buckets = new Map<string, Bucket>();

  constructor(
    private readonly most: number,
    private readonly aSecond: number,
  ) {}

  /** Takes a token at an instant in milliseconds. How many seconds to wait for the next one; 0 where there was one. */
  take(key: string, now: number): number {
    const tokens = this.tokensOf(this.buckets.get(key), now);
    if (tokens < 1) return Math.ceil((1 - tokens) / this.aSecond);
    this.buckets.set(key, { tokens: tokens - 1, at: now });
    return 0;
  }

  /** To be called from time to time: nothing else forgets a key. */
  forgetTheFull(now: number): void {
    for (const [key, bucket] of this.buckets)
      if (this.tokensOf(bucket, now) >= this.most) this.buckets.delete(key);
  }

  /** Keys remembered. */
  get size(): number {
    return this.buckets.size;
  }

  private tokensOf(bucket: Bucket | undefined, now: number): number {
    if (!bucket) return this.most;
    return Math.min(this.most, bucket.tokens + (Math.max(0, now - bucket.at) / 1000) * this.aSecond);
  }
}
