import { Component, computed, inject, input, signal } from '@angular/core';
import { takeUntilDestroyed, toObservable } from '@angular/core/rxjs-interop';
import type { Barrier, Closure } from '@headway/contract';
import {
  type PastChoice,
  type Problem,
  closureWords,
  countOf,
  isPast,
  openOn,
  present,
} from '@headway/domain';
import { Details, GovLink } from '@headway/govuk';
import { EMPTY, auditTime, catchError, combineLatest, filter, startWith, switchMap } from 'rxjs';
import { Events } from '../platform/events';
import { Today } from '../platform/today';
import { BarrierItem } from './barrier-item';
import { BarriersClient } from './barriers.client';
import { type HeldBack, heldBackPath } from './held-back';

/** What holds back one thing: what is open, newest first, and what was resolved folded away. */
@Component({
  selector: 'hw-barrier-list',
  imports: [BarrierItem, Details, GovLink],
  template: `
    <div class="hw-heading-row hw-heading-row--section">
      <h2 class="govuk-heading-m">Barriers</h2>
      @if (editable() && mayAdd() && !closure()) {
        <p class="govuk-body"><a class="govuk-link" [govHref]="addPath()">Add a barrier</a></p>
      }
    </div>
    <ng-content />
    @if (closure(); as closure) {
      <p class="govuk-body">
        {{ words(closure) }}: nothing holds it back any more, and it takes no new barriers.
      </p>
    }
    @if (problem(); as problem) {
      <p class="govuk-body">{{ problem.detail ?? problem.title }}</p>
    }
    @if (barriers()) {
      @if (closure(); as closure) {
        @if (open().length) {
          <gov-details [summary]="leftOpen()">
            <ul class="govuk-list hw-barriers">
              @for (barrier of open(); track barrier.id) {
                <li>
                  <hw-barrier-item [barrier]="barrier" [on]="closure.closedOn" [mayChange]="editable()" />
                </li>
              }
            </ul>
          </gov-details>
        }
      } @else if (open().length) {
        <ul class="govuk-list hw-barriers">
          @for (barrier of open(); track barrier.id) {
            <li><hw-barrier-item [barrier]="barrier" [on]="on()" [mayChange]="editable()" /></li>
          }
        </ul>
      } @else {
        <p class="govuk-body">Nothing {{ past() ? 'held' : 'holds' }} it back as far as is recorded.</p>
      }
      @if (resolved().length) {
        <gov-details
          [summary]="
            resolved().length === 1 ? '1 resolved barrier' : resolved().length + ' resolved barriers'
          "
        >
          <ul class="govuk-list hw-barriers">
            @for (barrier of resolved(); track barrier.id) {
              <li>
                <hw-barrier-item
                  [barrier]="barrier"
                  [on]="on()"
                  [mayChange]="editable()"
                  [mayOpenAgain]="!closure()"
                />
              </li>
            }
          </ul>
        </gov-details>
      }
    }
  `,
})
export class BarrierList {
  private readonly client = inject(BarriersClient);
  readonly kind = input.required<HeldBack['kind']>();
  /** Its reference, or its slug. */
  readonly key = input.required<string>();
  readonly mayChange = input.required<boolean>();
  /** Whether it takes new ones: a service that is not open yet does not. */
  readonly mayAdd = input(true);
  /** Which past is shown; then nothing can be changed. */
  readonly view = input<Pick<PastChoice, 'on' | 'asKnownAt'>>(present);

  /** How the service that it is about is closed on the date shown. */
  readonly closure = input<Closure | null>(null);
  protected readonly words = closureWords;

  protected readonly barriers = signal<readonly Barrier[] | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  private readonly today = inject(Today).date;
  protected readonly past = computed(() => isPast({ ...present, ...this.view() }));
  protected readonly editable = computed(() => this.mayChange() && !this.past());
  protected readonly on = computed(() => this.view().on ?? this.today());
  private readonly raised = computed(() =>
    (this.barriers() ?? []).filter(({ raisedOn }) => raisedOn <= this.on()),
  );
  protected readonly open = computed(() => this.raised().filter((one) => openOn(one, this.on())));
  protected readonly resolved = computed(() => this.raised().filter((one) => !openOn(one, this.on())));
  protected readonly leftOpen = computed(() => {
    const number = this.open().length;
    return `${countOf(number, 'barrier that was', 'barriers that were')} open when it closed`;
  });
  protected readonly addPath = computed(() =>
    heldBackPath({ kind: this.kind(), key: this.key() }, 'barriers/new'),
  );

  constructor() {
    const { client, problem } = this;
    const asked = computed(() => ({
      heldBack: { kind: this.kind(), key: this.key() },
      asKnownAt: this.view().asKnownAt,
    }));
    const changes = inject(Events).changes.pipe(
      filter(
        ({ kind, subject }) => subject === null || (kind === 'barrier.changed' && subject === this.key()),
      ),
      auditTime(500),
      startWith(null),
    );
    combineLatest([toObservable(asked), changes])
      .pipe(
        switchMap(([{ heldBack, asKnownAt }]) =>
          client.of(heldBack, asKnownAt).pipe(
            catchError((failed: Problem) => {
              problem.set(failed);
              return EMPTY;
            }),
          ),
        ),
        takeUntilDestroyed(),
      )
      .subscribe(({ items }) => {
        problem.set(null);
        this.barriers.set(items);
      });
  }
}
