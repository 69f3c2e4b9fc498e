import { Component, computed, inject, input, signal } from '@angular/core';
import { FormField, form, validateStandardSchema } from '@angular/forms/signals';
import { closingBroken, daysAfter, formatDate, quarterEnd } from '@headway/domain';
import { Button, Checkboxes, InsetText } from '@headway/govuk';
import * as z from 'zod';
import { Submission } from '../platform/forms/submission';
import { ReturnStateTag } from '../platform/return-state-tag';
import { Today } from '../platform/today';
import { QuarterStep } from './quarter-step';
import { QuarterStepFrame } from './quarter-step-frame';
import { counted, nextRevision, unfinished } from './quarter-words';
import { shownReturns } from './returns-choice';

/** Freezes a quarter; where returns are not finished that must be meant. */
@Component({
  selector: 'hw-close-quarter-page',
  imports: [Button, Checkboxes, FormField, InsetText, QuarterStepFrame, ReturnStateTag],
  templateUrl: './close-quarter-page.html',
})
export class CloseQuarterPage {
  readonly id = input.required<string>();
  protected readonly today = inject(Today).date;
  /** Holds the number of returns that it closes without: where that changes, the tick is gone. */
  private readonly typed = signal({ withUnfinished: [] as readonly string[] });
  protected readonly left = computed(() => {
    const quarter = this.page.quarter();
    return quarter ? unfinished(quarter.returns) : 0;
  });
  private readonly schema = computed(() =>
    z
      .object({ withUnfinished: z.array(z.string()) })
      .transform(({ withUnfinished }) => ({
        withUnfinished: this.left() > 0 && withUnfinished.includes(String(this.left())),
      }))
      .superRefine(({ withUnfinished }, context) => {
        const quarter = this.page.quarter()!;
        const broken = closingBroken(quarter, quarter.returns, withUnfinished, this.today());
        if (broken)
          context.addIssue({
            code: 'custom',
            path: [broken.field || 'withUnfinished'],
            message: broken.message,
          });
      }),
  );
  protected readonly form = form(this.typed, (path) => validateStandardSchema(path, () => this.schema()));
  protected readonly submission = new Submission(this.form);
  protected readonly page: QuarterStep = new QuarterStep(
    this.id,
    (problem) => this.submission.failed(problem),
    () => `${this.page.label()} is closed, and its figures are frozen`,
  );
  protected readonly revision = computed(() => nextRevision(this.page.quarter()!));
  protected readonly end = computed(() => quarterEnd(this.page.quarter()!));
  protected readonly canCloseFrom = computed(() => formatDate(daysAfter(this.page.quarter()!.to, 1)));
  /** Neither signed off nor excused. */
  protected readonly unfinished = computed(() =>
    shownReturns(this.page.returns() ?? [], null).filter(
      ({ state }) => state !== 'signed_off' && state !== 'excused',
    ),
  );
  protected readonly leftWords = computed(() =>
    counted(this.left(), 'return is not finished', 'returns are not finished'),
  );
  protected readonly choice = computed(() => [
    {
      value: String(this.left()),
      text: `Close without the ${counted(this.left(), 'return that is', 'returns that are')} not finished`,
    },
  ]);

  protected send(event: Event): void {
    event.preventDefault();
    if (this.submission.start()) this.page.send({ kind: 'close', body: this.schema().parse(this.typed()) });
  }
}
