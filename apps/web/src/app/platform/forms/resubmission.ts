import { signal } from '@angular/core';
import type { FieldTree } from '@angular/forms/signals';
import type { Problem } from '@headway/domain';
import { unanswered } from '../own-attempt';
import { Submission } from './submission';

/** Over what was there before: it remembers what was sent and got no answer, as that may be what is saved now. */
export class Resubmission<T> extends Submission<T> {
  private started: T | null = null;
  private readonly all = signal<readonly T[]>([]);
  readonly sent = this.all.asReadonly();

  constructor(private readonly form: FieldTree<T>) {
    super(form);
  }

  override start(): boolean {
    const goes = super.start();
    if (goes) this.started = this.form().value();
    return goes;
  }

  override failed(problem: Problem): void {
    const { started } = this;
    if (started && unanswered.has(problem.code)) this.all.update((all) => [...all, started]);
    super.failed(problem);
  }
}
