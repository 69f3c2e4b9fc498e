import type { Adapter, AdapterPayload } from 'oidc-provider';

interface Kept {
  readonly payload: AdapterPayload;
  readonly until: number;
}

const most = 5_000;
const kept = new Map<string, Kept>();

/** What the demonstration provider remembers of sign-ins under way: in memory, for minutes, and not much. */
export class Store implements Adapter {
  constructor(private readonly model: string) {}

  async upsert(id: string, payload: AdapterPayload, seconds: number): Promise<void> {
    kept.delete(this.key(id));
    kept.set(this.key(id), { payload, until: Date.now() + (seconds || 900) * 1000 });
    if (kept.size > most) kept.delete(kept.keys().next().value!);
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    const found = kept.get(this.key(id));
    return found && found.until > Date.now() ? found.payload : undefined;
  }

  async findByUid(uid: string): Promise<AdapterPayload | undefined> {
    const now = Date.now();
    const ours = [...kept].filter(([key, { until }]) => key.startsWith(`${this.model}:`) && until > now);
    return ours.find(([, { payload }]) => payload.uid === uid)?.[1].payload;
  }

  /** Device sign-in is not offered. */
  async findByUserCode(): Promise<undefined> {
    return undefined;
  }

  async consume(id: string): Promise<void> {
    const found = kept.get(this.key(id));
    if (found) found.payload.consumed = Math.floor(Date.now() / 1000);
  }

  async destroy(id: string): Promise<void> {
    kept.delete(this.key(id));
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    for (const [key, { payload }] of kept) if (payload.grantId === grantId) kept.delete(key);
  }

  private key(id: string): string {
    return `${this.model}:${id}`;
  }
}
