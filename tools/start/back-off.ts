const waits = [200, 500, 1_000, 2_000, 4_000];
const steady = 5_000;

/** How long to wait before another start: longer after each that came to nothing or soon ended. */
export class BackOff {
  private next = 0;
  private startedAt: number | null = null;

  /** In milliseconds. */
  wait(now = Date.now()): number {
    if (this.startedAt !== null && now - this.startedAt >= steady) this.next = 0;
    this.startedAt = null;
    return waits[Math.min(this.next++, waits.length - 1)]!;
  }

  /** It runs. */
  started(now = Date.now()): void {
    this.startedAt = now;
  }
}
