import { Component, computed, inject, input, output } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import type { Service } from '@headway/contract';
import { countOf, quarterName } from '@headway/domain';
import { Details, GovLink, NotificationBanner, type SummaryError } from '@headway/govuk';
import { Subject, catchError, combineLatest, filter, map, merge, of, startWith, switchMap } from 'rxjs';
import { Events } from '../../platform/events';
import { canPerson } from '../../platform/session/can-person';
import { servicePath } from '../../services/list-choice';
import { Messages } from './messages';
import { ReturnClient } from './return.client';
import { placeOf, returnPath } from './return-path';
import { momentWords } from './return-words';
import { ServiceAnswerForm } from './service-answer';

/** What was said of a service in the returns of open quarters: what is still to be changed, then all of it. */
@Component({
  selector: 'hw-service-messages',
  imports: [Details, GovLink, Messages, NotificationBanner, ServiceAnswerForm],
  template: `
    @if (requested().length) {
      <gov-notification-banner title="Changes requested" id="changes-requested-title">
        @for (line of requested(); track line.id) {
          <p class="govuk-body hw-lines hw-break">{{ line.text }}</p>
          <p class="govuk-body-s hw-quiet">{{ line.by }}, {{ line.when }}</p>
        }
        @if (mayRecord() || places().length) {
          <p class="govuk-body">
            @if (mayRecord()) {
              <a class="govuk-notification-banner__link" [govHref]="recordPath()">Record a stage</a>
            }
            @for (one of places(); track one.path) {
              @if (mayRecord() || !$first) {
                or
              }
              <a class="govuk-notification-banner__link" [govHref]="one.path">{{ one.text }}</a>
            }
          </p>
        }
      </gov-notification-banner>
    }
    @if (messages().length) {
      <gov-details [summary]="summary()">
        <hw-messages [messages]="messages()" />
        @if (mayAnswer()) {
          <hw-service-answer
            [reference]="reference()"
            [to]="last()"
            (answered)="again.next()"
            (failed)="failed.emit($event)"
          />
        }
      </gov-details>
    }
  `,
})
export class ServiceMessages {
  private readonly client = inject(ReturnClient);
  private readonly can = canPerson();
  readonly service = input.required<Service>();
  /** What is wrong with an answer, for the top of the page. */
  readonly failed = output<readonly SummaryError[]>();
  protected readonly reference = computed(() => this.service().reference);
  protected readonly again = new Subject<void>();
  protected readonly messages = toSignal(
    combineLatest([
      toObservable(this.reference),
      merge(this.again, inject(Events).changes.pipe(filter(({ kind }) => kind === 'return.changed'))).pipe(
        startWith(null),
      ),
    ]).pipe(switchMap(([reference]) => this.read(reference))),
    { initialValue: [] },
  );
  protected readonly mayRecord = computed(() => this.can('recordStage', this.service().organisation.id));
  protected readonly mayAnswer = computed(() => this.can('discussReturn', this.service().organisation.id));
  protected readonly last = computed(() => this.messages().at(-1)!);
  protected readonly recordPath = computed(() => servicePath(this.reference(), 'record'));
  protected readonly requested = computed(() =>
    this.messages()
      .filter(({ stands }) => stands)
      .map((message) => ({ ...message, when: momentWords(message.at) })),
  );
  /** Whoever has the service alone does not see the return that it is in. */
  protected readonly places = computed(() => {
    const seen = this.requested().filter(({ organisation }) => this.can('readReturns', organisation.id));
    const byPath = new Map(seen.map((message) => [returnPath(placeOf(message)), message]));
    return [...byPath].map(([path, { quarter }]) => ({
      path,
      text: `go to the return for ${quarterName(quarter)}`,
    }));
  });
  protected readonly summary = computed(
    () => `${countOf(this.messages().length, 'message')} about it in this quarter’s return`,
  );

  /** The page of the service stands without. */
  private read(reference: string) {
    return this.client.messagesOf(reference).pipe(
      map(({ items }) => items),
      catchError(() => of([])),
    );
  }
}
