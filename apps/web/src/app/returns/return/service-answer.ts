import { Component, inject, input, output, signal } from '@angular/core';
import { FormField, form, validateStandardSchema } from '@angular/forms/signals';
import { type ReturnMessage, ServiceAnswer } from '@headway/contract';
import type { Problem } from '@headway/domain';
import { Button, type SummaryError, Textarea } from '@headway/govuk';
import * as z from 'zod';
import { Announcer } from '../../platform/announcer';
import { Submission } from '../../platform/forms/submission';
import { type Attempt, attemptAt } from '../kept';
import { ReturnClient } from './return.client';

const schema = z.object({ answer: ServiceAnswer.shape.text });

/** Answers what was said of a service, in the return in which it was said, also where one does not see that return. */
@Component({
  selector: 'hw-service-answer',
  imports: [Button, FormField, Textarea],
  template: `
    <form novalidate (submit)="send($event)">
      <gov-textarea
        id="answer"
        label="Answer"
        labelClasses="govuk-label--s"
        hint="Everybody who can see the service, or the return it was asked in, can read it"
        [rows]="3"
        [error]="submission.error('answer')"
        [formField]="form.answer"
      />
      <button gov-button variant="secondary" [attr.aria-disabled]="submission.sending()">Send answer</button>
    </form>
  `,
})
export class ServiceAnswerForm {
  private readonly client = inject(ReturnClient);
  private readonly announcer = inject(Announcer);
  readonly reference = input.required<string>();
  /** What is answered. */
  readonly to = input.required<ReturnMessage>();
  readonly answered = output();
  /** For the top of the page. */
  readonly failed = output<readonly SummaryError[]>();

  private readonly typed = signal({ answer: '' });
  protected readonly form = form(this.typed, (path) => validateStandardSchema(path, () => schema));
  protected readonly submission = new Submission(this.form);
  private attempt: Attempt | null = null;

  protected send(event: Event): void {
    event.preventDefault();
    if (!this.submission.start()) return this.failed.emit(this.submission.errors());
    const { quarter, organisation } = this.to();
    const said = { quarter, organisation: organisation.slug, text: this.typed().answer };
    this.attempt = attemptAt({ ...said, about: this.reference() }, this.attempt);
    this.client.answer(this.reference(), said, this.attempt.key).subscribe({
      next: () => {
        this.submission.done();
        this.typed.set({ answer: '' });
        this.failed.emit([]);
        this.announcer.say('Answer sent');
        this.answered.emit();
      },
      error: (problem: Problem) => {
        this.submission.failed(inForm(problem));
        this.failed.emit(this.submission.errors());
      },
    });
  }
}

/** The server speaks of the field as the contract names it. */
function inForm(problem: Problem): Problem {
  const errors = problem.errors?.map((error) => ({ ...error, pointer: '/answer' }));
  return errors ? { ...problem, errors } : problem;
}
