import { Directive, computed, input } from '@angular/core';

/** What every field has. */
@Directive({
  // Given as plain text the id would stay on the element too, and no two may have one id.
  host: { '[attr.id]': 'null' },
})
export abstract class Field {
  readonly id = input.required<string>();
  readonly hint = input<string>();
  readonly error = input<string>();
  /** What `aria-describedby` says: the hint, then the error; null where there is neither. */
  readonly describedBy = computed(() => {
    const ids = [this.hint() ? `${this.id()}-hint` : '', this.error() ? `${this.id()}-error` : ''];
    return ids.filter(Boolean).join(' ') || null;
  });
}

/** The element that holds a field. */
export const formGroup = {
  class: 'govuk-form-group',
  '[class.govuk-form-group--error]': 'of().error()',
};
