import { Component, inject, output, signal } from '@angular/core';
import { FormField, form, validateStandardSchema } from '@angular/forms/signals';
import { type CreatedToken, NewToken } from '@headway/contract';
import type { Problem } from '@headway/domain';
import { Button, Checkboxes, type SummaryError, TextInput } from '@headway/govuk';
import * as z from 'zod';
import { Submission } from '../platform/forms/submission';
import { newKey } from '../platform/headers';
import { TokensClient } from './tokens.client';

const tokenForm = NewToken.extend({ write: z.array(z.string()).transform((ticked) => ticked.length > 0) });
const blank: { name: string; write: readonly string[] } = { name: '', write: [] };

@Component({
  selector: 'hw-new-token-form',
  imports: [Button, Checkboxes, FormField, TextInput],
  template: `
    <form novalidate (submit)="save($event)">
      <gov-text-input
        id="name"
        label="Name of the new token"
        labelClasses="govuk-label--s"
        hint="Say what it is for, like Power BI dashboard"
        autocomplete="off"
        classes="govuk-!-width-two-thirds"
        [error]="submission.error('name')"
        [formField]="form.name"
      />
      <gov-checkboxes
        id="write"
        legend="What it can do"
        legendClasses="govuk-fieldset__legend--s"
        hint="It can always read what you can read"
        [items]="[{ value: 'write', text: 'Change what I can change' }]"
        [error]="submission.error('write')"
        [formField]="form.write"
      />
      <button gov-button variant="secondary">Create token</button>
    </form>
  `,
})
export class NewTokenForm {
  private readonly client = inject(TokensClient);
  readonly created = output<CreatedToken>();
  readonly failed = output<readonly SummaryError[]>();
  private key = newKey();
  private readonly model = signal(blank);
  protected readonly form = form(this.model, (path) => validateStandardSchema(path, () => tokenForm));
  protected readonly submission = new Submission(this.form);

  protected save(event: Event): void {
    event.preventDefault();
    if (!this.submission.start()) return this.failed.emit(this.submission.errors());
    this.client.create(tokenForm.parse(this.model()), this.key).subscribe({
      next: (token) => {
        this.key = newKey();
        this.model.set(blank);
        this.submission.done();
        this.created.emit(token);
      },
      error: (problem: Problem) => {
        this.submission.failed(problem);
        this.failed.emit(this.submission.errors());
      },
    });
  }
}
