import { Component, DestroyRef, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { form, validateStandardSchema } from '@angular/forms/signals';
import { Router } from '@angular/router';
import type { Organisation, Service } from '@headway/contract';
import { type Problem, absentWords } from '@headway/domain';
import { Button, GovLink } from '@headway/govuk';
import { Flash } from '../platform/flash';
import { Submission } from '../platform/forms/submission';
import { newKey } from '../platform/headers';
import { Page } from '../platform/page';
import { problemOf } from '../platform/problem';
import { canPerson } from '../platform/session/can-person';
import { Today } from '../platform/today';
import { LockNote } from '../platform/lock-note';
import { BarrierFields } from './barrier-fields';
import { type BarrierInput, blankBarrier, raisedBarrierForm } from './barrier-form';
import { BarriersClient } from './barriers.client';
import { type HeldBack, heldBackPath } from './held-back';

interface About {
  readonly name: string;
  readonly organisationId: string;
  /** Null where a whole organisation is held back. */
  readonly service: Service | null;
  readonly lock: Organisation['lock'];
}

/** Says what holds back a service, or a whole organisation. */
@Component({
  selector: 'hw-raise-barrier-page',
  imports: [BarrierFields, Button, GovLink, LockNote, Page],
  template: `
    <hw-page
      pageTitle="Add a barrier"
      [section]="heldBack().kind === 'service' ? 'Services' : 'Departments'"
      [back]="back()"
      [errors]="submission.errors()"
      [problem]="problem()"
      [loading]="!about()"
      (retry)="load()"
    >
      @if (about(); as about) {
        <div class="govuk-grid-row">
          <div class="govuk-grid-column-two-thirds">
            <span class="govuk-caption-l">{{ about.name }}</span>
            <h1 class="govuk-heading-l">Add a barrier</h1>
            @if (closed(); as closed) {
              <p class="govuk-body">{{ closed }}.</p>
              <p class="govuk-body"><a class="govuk-link" [govHref]="back()">Go back to the service</a></p>
            } @else {
              <hw-lock-note
                [lock]="about.lock"
                changes="both"
                refused="So a barrier cannot be raised on a date up to then."
              />
              <form novalidate (submit)="save($event)">
                <hw-barrier-fields [form]="form" [error]="error" />
                <button gov-button>Add barrier</button>
              </form>
            }
          </div>
        </div>
      }
    </hw-page>
  `,
})
export class RaiseBarrierPage {
  private readonly client = inject(BarriersClient);
  private readonly router = inject(Router);
  private readonly flash = inject(Flash);
  private readonly gone = inject(DestroyRef);
  private readonly can = canPerson();
  private readonly key = newKey();
  /** Of the path: one of the two. */
  readonly reference = input<string>();
  readonly slug = input<string>();
  protected readonly heldBack = computed((): HeldBack => {
    const reference = this.reference();
    return reference === undefined
      ? { kind: 'organisation', key: this.slug() ?? '' }
      : { kind: 'service', key: reference };
  });
  protected readonly back = computed(() => heldBackPath(this.heldBack()));

  protected readonly about = signal<About | null>(null);
  private readonly today = inject(Today).date;
  /** Why it takes no barrier; null where it does. */
  protected readonly closed = computed(() => {
    const service = this.about()?.service;
    const absent = service && absentWords(service, this.today());
    return absent && `${absent}, so it takes no new barriers`;
  });
  private readonly failure = signal<Problem | null>(null);
  protected readonly problem = computed(() => {
    const about = this.about();
    if (!about || this.can('changeBarrier', about.organisationId)) return this.failure();
    return problemOf('not_allowed');
  });

  private readonly model = signal<BarrierInput>(blankBarrier);
  private readonly schema = computed(() => raisedBarrierForm(this.about()?.service ?? null, this.today()));
  protected readonly form = form(this.model, (path) => validateStandardSchema(path, () => this.schema()));
  protected readonly submission = new Submission(this.form);
  protected readonly error = (field: keyof BarrierInput) => this.submission.error(field);

  constructor() {
    effect(() => {
      this.heldBack();
      untracked(() => this.load());
    });
  }

  protected load(): void {
    this.client.heldBack(this.heldBack()).subscribe({
      next: (about) => {
        this.failure.set(null);
        this.about.set(about);
      },
      error: (problem: Problem) => this.failure.set(problem),
    });
  }

  protected save(event: Event): void {
    event.preventDefault();
    if (!this.submission.start()) return;
    this.client.raise(this.heldBack(), this.schema().parse(this.model()), this.key).subscribe({
      next: () => {
        if (this.gone.destroyed) return;
        this.flash.success('Barrier added');
        void this.router.navigateByUrl(this.back());
      },
      error: (problem: Problem) => this.submission.failed(problem),
    });
  }
}
