import { Component, computed, inject, input } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import type { Return, ReturnMessage, Service } from '@headway/contract';
import { countOf, quarterName } from '@headway/domain';
import { Details, GovLink, NotificationBanner } from '@headway/govuk';
import { catchError, combineLatest, filter, forkJoin, map, of, startWith, switchMap } from 'rxjs';
import { Events } from '../../platform/events';
import { canPerson } from '../../platform/session/can-person';
import { servicePath } from '../../services/list-choice';
import { Messages } from './messages';
import { requestedOf } from './requested-changes';
import { ReturnClient } from './return.client';
import { returnPath } from './return-path';
import { momentWords } from './return-words';

interface Said {
  readonly messages: readonly ReturnMessage[];
  readonly returns: readonly Return[];
}
const nothing: Said = { messages: [], returns: [] };

/** What was said of a service in the returns of open quarters: what is still to be changed, then all of it. */
@Component({
  selector: 'hw-service-messages',
  imports: [Details, GovLink, Messages, NotificationBanner],
  template: `
    @if (requested().length) {
      <gov-notification-banner title="Changes requested" id="changes-requested-title">
        @for (line of requested(); track line.id) {
          <p class="govuk-body hw-lines hw-break">{{ line.text }}</p>
          <p class="govuk-body-s hw-quiet">{{ line.by }}, {{ line.when }}</p>
        }
        <p class="govuk-body">
          @if (mayRecord()) {
            <a class="govuk-notification-banner__link" [govHref]="recordPath()">Record a stage</a> or
          }
          @for (one of places(); track one.path) {
            <a class="govuk-notification-banner__link" [govHref]="one.path">{{ one.text }}</a>
          }
        </p>
      </gov-notification-banner>
    }
    @if (said().messages.length) {
      <gov-details [summary]="summary()">
        <hw-messages [messages]="said().messages" />
      </gov-details>
    }
  `,
})
export class ServiceMessages {
  private readonly client = inject(ReturnClient);
  private readonly can = canPerson();
  readonly service = input.required<Service>();
  private readonly reference = computed(() => this.service().reference);
  protected readonly said = toSignal(
    combineLatest([
      toObservable(this.reference),
      inject(Events).changes.pipe(
        filter(({ kind }) => kind === 'return.changed'),
        startWith(null),
      ),
    ]).pipe(switchMap(([reference]) => this.read(reference))),
    { initialValue: nothing },
  );
  protected readonly mayRecord = computed(() => this.can('recordStage', this.service().organisation.id));
  protected readonly recordPath = computed(() => servicePath(this.reference(), 'record'));
  protected readonly requested = computed(() => {
    const { messages, returns } = this.said();
    return returns.flatMap((one) =>
      requestedOf(
        one,
        messages.filter((message) => isOf(message, one)),
      ).map((message) => ({
        ...message,
        when: momentWords(message.at),
      })),
    );
  });
  protected readonly places = computed(() =>
    [
      ...new Map(
        this.requested().map((message) => [
          returnPath({ quarter: message.quarter, slug: message.organisation.slug }),
          message,
        ]),
      ),
    ].map(([path, { quarter }]) => ({ path, text: `go to the return for ${quarterName(quarter)}` })),
  );
  protected readonly summary = computed(
    () => `${countOf(this.said().messages.length, 'message')} about it in this quarter’s return`,
  );

  /** Whether a request still stands is known from the return that it was made of. */
  private read(reference: string) {
    return this.client.messagesOf(reference).pipe(
      switchMap(({ items }) => {
        const places = new Map(
          items.map(({ quarter, organisation }) => [
            `${quarter} ${organisation.slug}`,
            { quarter, slug: organisation.slug },
          ]),
        );
        if (places.size === 0) return of(nothing);
        const returns = [...places.values()].map((at) =>
          this.client.one(at).pipe(catchError(() => of(null))),
        );
        return forkJoin(returns).pipe(
          map((found) => ({ messages: items, returns: found.filter((one): one is Return => one !== null) })),
        );
      }),
      // The page of the service stands without.
      catchError(() => of(nothing)),
    );
  }
}

const isOf = (message: ReturnMessage, one: Return) =>
  message.quarter === one.quarter && message.organisation.slug === one.organisation.slug;
