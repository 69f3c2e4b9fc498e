import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { FormField, form, validateStandardSchema } from '@angular/forms/signals';
import { Router } from '@angular/router';
import type { Organisation } from '@headway/contract';
import { allGovernment } from '@headway/domain';
import { Button, Checkboxes, DateInput, Select, TextInput } from '@headway/govuk';
import * as z from 'zod';
import { Filter } from '../platform/forms/filter';
import { dateFields } from '../platform/forms/inputs';
import { Submission } from '../platform/forms/submission';
import { typedFrom } from '../platform/typed-date';
import { actionLabels } from './action-labels';
import { type AuditChoice, auditPath, everything } from './audit-choice';
import { chainName, selectedFilters } from './selected-filters';

const text = (what: string) => z.string().trim().max(200, `${what} must be 200 characters or fewer`);

const schema = z
  .object({
    person: text('Who did it'),
    action: z.string(),
    subject: text('What it was done to'),
    from: dateFields('The first day'),
    to: dateFields('The last day'),
    organisation: z.array(z.string()),
  })
  .refine(({ from, to }) => !from || !to || from <= to, {
    path: ['to'],
    error: 'The last day must be the same as or after the first day',
  });

@Component({
  selector: 'hw-audit-filter',
  imports: [Button, Checkboxes, DateInput, Filter, FormField, Select, TextInput],
  templateUrl: './audit-filter.html',
})
export class AuditFilter {
  private readonly router = inject(Router);
  readonly choice = input.required<AuditChoice>();
  readonly organisations = input.required<readonly Organisation[]>();

  protected readonly cleared = auditPath(everything);
  protected readonly selected = computed(() => selectedFilters(this.choice(), this.organisations()));
  protected readonly organisationItems = computed(() => [
    { value: allGovernment, text: chainName(allGovernment, []) },
    ...this.organisations().map(({ slug, name }) => ({ value: slug, text: name })),
  ]);
  /** An action of the address that has no label is a choice too. */
  protected readonly actionItems = computed(() => {
    const { action } = this.choice();
    const labelled = Object.entries(actionLabels).map(([value, label]) => ({ value, text: label }));
    const other = action && !(action in actionLabels) ? [{ value: action, text: action }] : [];
    return [{ value: '', text: 'Anything' }, ...labelled, ...other];
  });

  protected readonly open = signal(false);

  /** What is typed but not applied starts again from the address whenever that changes. */
  private readonly model = linkedSignal(() => {
    const { page: _, from, to, organisation, ...texts } = this.choice();
    return { ...texts, organisation: [...organisation], from: typedFrom(from), to: typedFrom(to) };
  });
  protected readonly form = form(this.model, (path) => validateStandardSchema(path, () => schema));
  readonly submission = new Submission(this.form);

  protected apply(event: Event): void {
    event.preventDefault();
    if (!this.submission.start()) return;
    this.submission.done();
    this.open.set(false);
    void this.router.navigateByUrl(auditPath({ ...schema.parse(this.model()), page: 1 }));
  }
}
