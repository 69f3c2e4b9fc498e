import {
  Component,
  ElementRef,
  afterRenderEffect,
  computed,
  effect,
  inject,
  input,
  signal,
} from '@angular/core';

/** `href` is `#` and the id of the field; without it, or where the page has no such field, the error is of the whole form. */
export interface SummaryError {
  readonly text: string;
  readonly href?: string;
}

const focusable = 'input:not([type=hidden]), select, textarea, button, a[href]';

/** What an id leads to: the field itself, or in a group the first one that is marked wrong, else the first. */
function fieldIn(target: HTMLElement | null): HTMLElement | null {
  if (!target || target.matches(`${focusable}, [tabindex]`)) return target;
  return target.querySelector<HTMLElement>('.govuk-input--error') ?? target.querySelector(focusable);
}

/** Moves to the field, with what names it in view. */
export function focusField(id: string): void {
  const target = document.getElementById(id);
  const field = fieldIn(target);
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
            @for (error of shown(); track $index) {
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

  /** The errors' targets that the page turned out not to have: a link to them would lead nowhere. */
  private readonly nowhere = signal<readonly string[]>([]);
  protected readonly shown = computed(() =>
    this.errors().map(({ text, href }) =>
      href && !this.nowhere().includes(href) ? { text, href } : { text, href: '' },
    ),
  );

  constructor() {
    // The fields come after the summary in the page, so they are looked for once all of it is there.
    afterRenderEffect(() => {
      const targets = this.errors().flatMap(({ href }) => href ?? []);
      this.nowhere.set(targets.filter((href) => !fieldIn(document.getElementById(href.slice(1)))));
    });
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
