import { type Signal, computed, signal } from '@angular/core';
import type { FieldTree } from '@angular/forms/signals';
import type { Problem } from '@headway/domain';
import type { SummaryError } from '@headway/govuk';

/** What is wrong, and with which property of what is typed; null where with all of it. */
export interface Found {
  readonly field: string | null;
  readonly text: string;
}

/**
 * GOV.UK's way with errors: they show on submit only, and stay as they were until the next. A field's `id` in the
 * page is the name of its property. A form that only chooses what to show needs no more than this, and its page does
 * without the script of signal forms.
 */
export class ErrorsOnSubmit<T> {
  private readonly found = signal<readonly Found[]>([]);
  /** A submit is on its way; another one is left out meanwhile. */
  readonly sending = signal(false);
  readonly errors: Signal<readonly SummaryError[]> = computed(() =>
    this.found().map(({ field, text }) => (field ? { text, href: `#${field}` } : { text })),
  );

  constructor(
    private readonly typed: () => T,
    private readonly check: (typed: T) => readonly Found[],
  ) {}

  /** What stands beside a field. */
  error(field: keyof T & string): string | undefined {
    return this.found().find((error) => error.field === field)?.text;
  }

  /** Whether all is well, and the page may send; otherwise the errors show. */
  start(): boolean {
    if (this.sending()) return false;
    const found = this.check(this.typed());
    this.found.set(onePerField(found));
    this.sending.set(found.length === 0);
    return this.sending();
  }

  /** The server refused: its words take their place beside the fields that it points at. */
  failed(problem: Problem): void {
    this.sending.set(false);
    if (problem.code === 'not_signed_in') return;
    const names = Object.keys(this.typed() as object);
    // The server names a field by its place in what was sent, which may be deeper than it is in the form.
    const found = (problem.errors ?? []).map(({ pointer, message }) => {
      const name = pointer.split('/').findLast((part) => names.includes(part));
      return { field: name ?? null, text: message };
    });
    this.found.set(
      found.length ? onePerField(found) : [{ field: null, text: problem.detail ?? problem.title }],
    );
  }

  done(): void {
    this.sending.set(false);
    this.found.set([]);
  }
}

/** The same over a signal form, which validates all the time. */
export class Submission<T> extends ErrorsOnSubmit<T> {
  constructor(form: FieldTree<T>) {
    super(
      () => form().value(),
      () =>
        form()
          .errorSummary()
          .map(({ fieldTree, message }) => ({
            field: fieldOf(fieldTree, form),
            text: message ?? 'Check this',
          })),
    );
  }
}

/** The name of the model's own property under which the field is found. */
function fieldOf<T>(tree: unknown, form: FieldTree<T>): string | null {
  const children = form as unknown as Record<string, unknown>;
  return Object.keys(form().value() as object).find((name) => children[name] === tree) ?? null;
}

function onePerField(found: readonly Found[]): Found[] {
  return found.filter(
    ({ field }, index) => field === null || found.findIndex((other) => other.field === field) === index,
  );
}
