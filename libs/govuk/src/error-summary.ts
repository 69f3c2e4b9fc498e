import { Component, ElementRef, effect, inject, input } from '@angular/core';

/** `href` is `#` and the id of the field; without it the error is of the whole form. */
export interface SummaryError {
  readonly text: string;
  readonly href?: string;
}

const focusable = 'input:not([type=hidden]), select, textarea, button, a[href]';

/** Moves to the field, or in a group to the first one that is marked wrong, else the first, with what names it in view. */
export function focusField(id: string): void {
  const target = document.getElementById(id);
  const field = target?.matches(focusable)
    ? target
    : (target?.querySelector<HTMLElement>('.govuk-input--error') ??
      target?.querySelector<HTMLElement>(focusable));
  if (!target || !field) return;
  const heading =
    target.closest('fieldset')?.querySelector('legend') ??
    document.querySelector(`label[for="${CSS.escape(id)}"]`);
  (heading ?? field).scrollIntoView({ block: 'start' });
  field.focus({ preventScroll: true });
}

@Component({
  selector: 'gov-error-summary',
  host: { '[attr.title]': 'null' },
  template: `
    <div class="govuk-error-summary" data-module="govuk-error-summary">
      <div role="alert">
        <h2 class="govuk-error-summary__title">{{ title() }}</h2>
        <div class="govuk-error-summary__body">
          @if (description()) {
            <p>{{ description() }}</p>
          }
          <ul class="govuk-list govuk-error-summary__list">
            @for (error of errors(); track $index) {
              <li>
                @if (error.href) {
                  <a [attr.href]="error.href" (click)="go($event, error.href)">{{ error.text }}</a>
                } @else {
                  {{ error.text }}
                }
              </li>
            }
          </ul>
        </div>
      </div>
    </div>
  `,
})
export class ErrorSummary {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  readonly title = input('There is a problem');
  readonly description = input<string>();
  readonly errors = input.required<readonly SummaryError[]>();

  constructor() {
    // A new list is a new failed submit: the reader is taken back to it every time.
    effect(() => {
      this.errors();
      queueMicrotask(() => this.focus());
    });
  }

  protected go(event: Event, href: string): void {
    event.preventDefault();
    focusField(href.slice(1));
  }

  private focus(): void {
    const box = this.host.firstElementChild as HTMLElement | null;
    if (!box) return;
    box.tabIndex = -1;
    box.addEventListener('blur', () => box.removeAttribute('tabindex'), { once: true });
    box.focus();
  }
}
