import { Component, computed, inject, input, signal } from '@angular/core';
import { takeUntilDestroyed, toObservable } from '@angular/core/rxjs-interop';
import type { Service, TargetHistory } from '@headway/contract';
import {
  type PastChoice,
  type Problem,
  closedOn,
  closureWords,
  formatDate,
  isPast,
  present,
  targetStages,
  targetStanding,
} from '@headway/domain';
import { Details, SummaryList, SummaryRow, Tag } from '@headway/govuk';
import { EMPTY, catchError, switchMap } from 'rxjs';
import { canPerson } from '../platform/session/can-person';
import { Today } from '../platform/today';
import {
  aims,
  dueWords,
  firstSetWords,
  settingWords,
  slippedWords,
  standingTag,
  targetFor,
  targetPath,
} from './target-words';
import { TargetsClient } from './targets.client';

/** By when a service should be live, and redesigned, how that stands, and what was said before. */
@Component({
  selector: 'hw-service-targets',
  imports: [Details, SummaryList, SummaryRow, Tag],
  template: `
    <h2 class="govuk-heading-m">Targets</h2>
    @if (closed(); as closed) {
      <p class="govuk-body">{{ closed }}</p>
    }
    @if (lines().length) {
      <dl gov-summary-list>
        @for (line of lines(); track line.stage) {
          <div gov-summary-row [key]="line.key" [actions]="line.actions">
            @if (line.target) {
              <span class="hw-stage-line">
                @if (line.date) {
                  <span>{{ line.date }}{{ line.due ? ', ' + line.due : '' }}</span>
                }
                @if (line.tag; as tag) {
                  &ngsp;
                  <gov-tag [colour]="tag.colour">{{ tag.text }}</gov-tag>
                }
                @if (line.slipped) {
                  &ngsp;
                  <gov-tag colour="yellow">{{ line.slipped }}</gov-tag>
                }
              </span>
              @if (line.first) {
                &ngsp;
                <span class="hw-quiet hw-second-line">{{ line.first }}</span>
              }
            } @else {
              <span class="hw-quiet">Not set</span>
            }
          </div>
        }
      </dl>
    } @else {
      <p class="govuk-body">No target {{ past() ? 'had' : 'has' }} been set.</p>
    }
    @if (service().targets.length) {
      <gov-details summary="Every date that was set" [(open)]="open">
        @if (problem(); as problem) {
          <p class="govuk-body">{{ problem.detail ?? problem.title }}</p>
        }
        <ul class="govuk-list govuk-list--spaced">
          @for (setting of settings(); track $index) {
            <li>
              <strong>{{ setting.title }}</strong>
              &ngsp;
              <span class="hw-quiet hw-second-line">{{ setting.byline }}</span>
              @if (setting.reason) {
                &ngsp;
                <span class="hw-lines">{{ setting.reason }}</span>
              }
            </li>
          }
        </ul>
      </gov-details>
    }
  `,
})
export class ServiceTargets {
  private readonly client = inject(TargetsClient);
  private readonly can = canPerson();
  readonly service = input.required<Service>();
  /** Which past the service is shown in; then nothing can be changed. */
  readonly view = input<Pick<PastChoice, 'on' | 'asKnownAt'>>(present);
  protected readonly open = signal(false);
  private readonly history = signal<TargetHistory['items']>([]);
  protected readonly problem = signal<Problem | null>(null);
  private readonly today = inject(Today).date;

  protected readonly past = computed(() => isPast({ ...present, ...this.view() }));
  private readonly closure = computed(() =>
    closedOn(this.service().closures, this.view().on ?? this.today()),
  );
  protected readonly closed = computed(() => {
    const closure = this.closure();
    return closure && `${closureWords(closure)}: its targets count no longer, and it takes no new ones.`;
  });
  private readonly maySet = computed(
    () => !this.past() && !this.closure() && this.can('setTarget', this.service().organisation.id),
  );
  protected readonly lines = computed(() => {
    const { reference, stage: now, targets } = this.service();
    const shown = targetStages.filter((stage) => this.maySet() || targetFor({ targets }, stage));
    return shown.map((stage) => {
      const target = targetFor({ targets }, stage);
      const standing =
        target && !this.closure()
          ? targetStanding({ ...target, stage }, now, this.view().on ?? this.today())
          : null;
      const [text, what] = target?.dueOn ? ['Change', 'the'] : ['Set', 'a'];
      return {
        stage,
        target,
        key: stage === 'live' ? 'Live by' : 'Redesigned by',
        date: target?.dueOn ? formatDate(target.dueOn) : null,
        due: standing ? dueWords(standing) : '',
        tag: standing && standingTag(standing),
        slipped: target && standing && standing.is !== 'reached' ? slippedWords(target) : '',
        first: target ? firstSetWords(target) : '',
        actions: this.maySet()
          ? [
              {
                text,
                href: targetPath(reference, stage),
                hidden: `${what} date by which it should ${aims[stage]}`,
              },
            ]
          : [],
      };
    });
  });
  protected readonly settings = computed(() =>
    this.history().map((setting) => ({ ...settingWords(setting), reason: setting.reason })),
  );

  constructor() {
    const { client, problem } = this;
    const wanted = computed(() =>
      this.open() ? { reference: this.service().reference, asKnownAt: this.view().asKnownAt } : null,
    );
    // Once somebody looks, and again whenever the service comes back changed.
    toObservable(wanted)
      .pipe(
        switchMap((asked) =>
          asked
            ? client.history(asked.reference, asked.asKnownAt).pipe(
                catchError((failed: Problem) => {
                  problem.set(failed);
                  return EMPTY;
                }),
              )
            : EMPTY,
        ),
        takeUntilDestroyed(),
      )
      .subscribe(({ items }) => {
        problem.set(null);
        this.history.set(items);
      });
  }
}
