import type { NotifyClient } from 'notifications-node-client';
import type { Config } from '../config.js';

export interface Letter {
  /** Ours, which Notify keeps as the reference. */
  readonly id: string;
  readonly address: string;
  readonly subject: string;
  readonly body: string;
}

/** Notify's id of it, or what went wrong and whether trying again is of no use. */
export type Outcome = { readonly notifyId: string } | { readonly failure: string; readonly final: boolean };

const longestFailure = 500;

/**
 * GOV.UK Notify, by one template of `((subject))` and `((body))`. Errors of its client hold the address and the key,
 * so none leaves here: only what Notify itself said.
 */
export class Notify {
  private client: Promise<NotifyClient> | undefined;

  constructor(private readonly config: NonNullable<Config['notify']>) {}

  /** `again` where it may have been taken before: Notify is asked first. */
  async send({ id, address, subject, body }: Letter, again: boolean): Promise<Outcome> {
    try {
      const client = await (this.client ??= this.load());
      if (again) {
        const { data } = await client.getNotifications('email', undefined, id);
        const [taken] = data.notifications;
        if (taken) return { notifyId: taken.id };
      }
      const options = { personalisation: { subject, body }, reference: id };
      const { data } = await client.sendEmail(this.config.template, address, options);
      return { notifyId: data.id };
    } catch (error) {
      return failureOf(error);
    }
  }

  /** Only once something is sent: it takes 13 MB. */
  private async load(): Promise<NotifyClient> {
    const { NotifyClient: Client } = await import('notifications-node-client');
    return new Client(this.config.url, this.config.key);
  }
}

interface ClientError {
  readonly code?: unknown;
  readonly response?: {
    readonly status: number;
    readonly data?: { readonly errors?: readonly { readonly message?: unknown }[] };
  };
}

/** A request that Notify calls wrong stays so; limits, keys and outages pass. */
function failureOf(error: unknown): Outcome {
  const { code, response } = error as ClientError;
  if (!response)
    return { failure: `GOV.UK Notify could not be reached (${String(code ?? 'unknown')})`, final: false };
  const errors = Array.isArray(response.data?.errors) ? response.data.errors : [];
  const said = errors.map(({ message }) => String(message)).join('; ') || 'no reason given';
  return {
    failure: `GOV.UK Notify answered ${response.status}: ${said}`.slice(0, longestFailure),
    final: response.status === 400,
  };
}
