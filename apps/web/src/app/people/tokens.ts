import { Component, type ElementRef, inject, output, signal, viewChild } from '@angular/core';
import type { CreatedToken, Token } from '@headway/contract';
import { type Problem, formatDate, londonDate } from '@headway/domain';
import type { SummaryError } from '@headway/govuk';
import { Announcer } from '../platform/announcer';
import { NewTokenForm } from './new-token-form';
import { TokenOnce } from './token-once';
import { TokensClient } from './tokens.client';

/** Personal access tokens; they die with the page, so the store does not hold them. */
@Component({
  selector: 'hw-tokens',
  imports: [NewTokenForm, TokenOnce],
  template: `
    <h2 #heading class="govuk-heading-m" tabindex="-1">Access tokens</h2>
    <p class="govuk-body">
      A token lets a script or Power BI use Headway as you. It can never do more than you can.
    </p>
    @if (created(); as token) {
      <hw-token-once [token]="token" />
    }
    @if (tokens().length) {
      <ul class="govuk-list hw-token-list">
        @for (token of tokens(); track token.id) {
          <li>
            <div>
              <strong>{{ token.name }}</strong>
              <span class="hw-quiet hw-second-line"
                >{{ token.write ? 'Reads and changes' : 'Reads only' }} · made on
                {{ dateOf(token.createdAt) }} ·
                {{ token.lastUsedAt ? 'last used on ' + dateOf(token.lastUsedAt) : 'not used yet' }}</span
              >
            </div>
            <button type="button" class="hw-link-button" (click)="revoke(token)">
              Revoke<span class="govuk-visually-hidden"> {{ token.name }}</span>
            </button>
          </li>
        }
      </ul>
    } @else if (loaded()) {
      <p class="govuk-body">You have no tokens.</p>
    }
    <hw-new-token-form (created)="add($event)" (failed)="failed.emit($event)" />
  `,
})
export class Tokens {
  private readonly client = inject(TokensClient);
  private readonly announcer = inject(Announcer);
  readonly failed = output<readonly SummaryError[]>();
  protected readonly tokens = signal<readonly Token[]>([]);
  protected readonly loaded = signal(false);
  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');
  protected readonly created = signal<CreatedToken | null>(null);

  constructor() {
    this.load();
  }

  private load(): void {
    this.client.list().subscribe({
      next: ({ items }) => {
        this.tokens.set(items);
        this.loaded.set(true);
      },
      error: (problem: Problem) => this.say(problem),
    });
  }

  protected add(token: CreatedToken): void {
    this.created.set(token);
    this.tokens.update((now) => [token, ...now]);
    this.failed.emit([]);
  }

  protected revoke(token: Token): void {
    this.client.revoke(token.id).subscribe({
      next: () => {
        this.tokens.update((now) => now.filter(({ id }) => id !== token.id));
        if (this.created()?.id === token.id) this.created.set(null);
        // The button that had focus is gone.
        this.heading().nativeElement.focus();
        this.announcer.say(`${token.name} revoked`);
      },
      error: (problem: Problem) => this.say(problem),
    });
  }

  private say(problem: Problem): void {
    this.failed.emit([{ text: problem.detail ?? problem.title }]);
  }

  protected dateOf(instant: string): string {
    return formatDate(londonDate(new Date(instant)));
  }
}
