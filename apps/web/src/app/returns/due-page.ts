import { Component, computed, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import type { Quarter, Return } from '@headway/contract';
import {
  type Problem,
  formatDate,
  isOwed,
  quarterAfter,
  quarterLabel,
  quarterName,
  quarterOf,
  quarterOn,
} from '@headway/domain';
import { GovLink } from '@headway/govuk';
import { forkJoin, map, of, switchMap } from 'rxjs';
import { Page } from '../platform/page';
import { ReturnStateTag } from '../platform/return-state-tag';
import { canPerson } from '../platform/session/can-person';
import { Today } from '../platform/today';
import { dueReturn, lastReturns } from './return/due-return';
import { ReturnClient } from './return/return.client';
import { placeOf, returnPath } from './return/return-path';

interface Found {
  readonly quarters: readonly Quarter[];
  readonly returns: readonly Return[];
}

/** Goes to the return that is due: of the oldest open quarter. Where none is, says so, with the last and the next. */
@Component({
  selector: 'hw-due-page',
  imports: [GovLink, Page, ReturnStateTag],
  template: `
    <hw-page [pageTitle]="title()" [problem]="problem()" (retry)="load()" [loading]="!none()">
      @if (none()) {
        <div class="govuk-grid-row">
          <div class="govuk-grid-column-two-thirds">
            <h1 class="govuk-heading-l">{{ title() }}</h1>
            @if (last().length) {
              <h2 class="govuk-heading-m">
                {{ waits() ? 'It waits for a digital lead' : 'Your last return' }}
              </h2>
              @for (line of last(); track line.path) {
                <p class="govuk-body hw-stage-line">
                  <a class="govuk-link" [govHref]="line.path">{{ line.name }}</a>
                  &ngsp;
                  <hw-return-state-tag [state]="line.state" />
                </p>
              }
            }
            <h2 class="govuk-heading-m">The next return</h2>
            <p class="govuk-body">{{ next() }}</p>
            @if (mayRecord()) {
              <p class="govuk-body">
                What changes until then can be recorded on the day it does.
                <a class="govuk-link" [govHref]="'/return/' + today().id">Update many services</a>
              </p>
            }
          </div>
        </div>
      }
    </hw-page>
  `,
})
export class DuePage {
  private readonly client = inject(ReturnClient);
  private readonly router = inject(Router);
  private readonly can = canPerson();
  private readonly may = {
    prepare: (id: string) => this.can('prepareReturn', id),
    signOff: (id: string) => this.can('signOffReturn', id),
  };
  private readonly date = inject(Today).date;
  protected readonly today = computed(() => quarterOn(this.date()));
  protected readonly problem = signal<Problem | null>(null);
  protected readonly none = signal<Found | null>(null);
  protected readonly mayRecord = computed(() => this.can('recordStage'));

  /** Only an approver gets here while a return is still owed: there is nothing to sign off until it is submitted. */
  protected readonly waits = computed(() => {
    const { quarters, returns } = this.none() ?? { quarters: [], returns: [] };
    const open = new Set(quarters.flatMap(({ id, state }) => (state === 'open' ? id : [])));
    return lastReturns(returns, this.may).some(({ quarter, state }) => open.has(quarter) && isOwed(state));
  });
  protected readonly title = computed(() =>
    this.waits() ? 'No return is ready to sign off' : 'No return is due',
  );

  protected readonly last = computed(() =>
    lastReturns(this.none()?.returns ?? [], this.may).map((one) => ({
      name: `${one.organisation.name}, ${quarterName(one.quarter)}`,
      path: returnPath(placeOf(one)),
      state: one.state,
    })),
  );
  /** Of the first quarter that is not opened yet, from that of the last return on. */
  protected readonly next = computed(() => {
    const opened = (this.none()?.quarters ?? []).filter(({ state }) => state !== 'planned');
    const latest = opened
      .map(({ id }) => id)
      .toSorted()
      .at(-1);
    const after = latest && latest >= this.today().id ? quarterAfter(quarterOf(latest)!) : this.today();
    return `${quarterLabel(after)} ends on ${formatDate(after.to)}. Central oversight opens it for returns, and you get a message when it does.`;
  });

  constructor() {
    this.load();
  }

  protected load(): void {
    this.problem.set(null);
    this.client
      .quarters()
      .pipe(
        switchMap(({ items: quarters }) => {
          const asked = quarters.filter(({ state }) => state !== 'planned');
          const open = asked.filter(({ state }) => state === 'open');
          // Where none is open, the last that was closed has the last return.
          const read =
            open.length > 0 ? open : asked.toSorted((a, b) => b.id.localeCompare(a.id)).slice(0, 1);
          if (read.length === 0) return of({ quarters, returns: [] });
          return forkJoin(read.map(({ id }) => this.client.returns(id))).pipe(
            map((lists) => ({ quarters, returns: lists.flatMap(({ items }) => items) })),
          );
        }),
      )
      .subscribe({
        next: (found) => this.take(found),
        error: (problem: Problem) => this.problem.set(problem),
      });
  }

  private take(found: Found): void {
    const open = new Set(found.quarters.filter(({ state }) => state === 'open').map(({ id }) => id));
    const due = dueReturn(
      found.returns.filter(({ quarter }) => open.has(quarter)),
      this.may,
    );
    if (!due) return this.none.set(found);
    const where = due.maySignOff ? returnPath(placeOf(due)) : `/return/${due.quarter}`;
    void this.router.navigateByUrl(where, { replaceUrl: true });
  }
}
