import {
  Component,
  Injector,
  afterNextRender,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
} from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { RequestedChanges, type Return } from '@headway/contract';
import {
  Button,
  GovLink,
  Select,
  type SummaryError,
  Textarea,
  WarningText,
  focusField,
} from '@headway/govuk';
import { Actions, ofType } from '@ngrx/effects';
import { filter } from 'rxjs';
import { openedReturn } from './opened';
import { keptWords } from './kept-words';
import { readAround } from './read-around';
import { ReturnApi } from './return.actions';
import { ReturnStep } from './return-step';
import { undoneWords } from './return-words';
import { serviceChoices } from './service-choices';

interface Comment {
  readonly about: string;
  readonly text: string;
}
const blank: Comment = { about: '', text: '' };
const nothing = { comments: [blank] as readonly Comment[] };

/** Sends a return back to its lead, with what should change: of the whole, or service by service. */
@Component({
  selector: 'hw-request-changes-page',
  imports: [Button, GovLink, ReturnStep, Select, Textarea, WarningText],
  templateUrl: './request-changes-page.html',
})
export class RequestChangesPage {
  private readonly injector = inject(Injector);
  readonly id = input.required<string>();
  readonly slug = input.required<string>();
  protected readonly opened = openedReturn(this.id, this.slug);
  private readonly around = readAround(this.opened);
  protected readonly choices = computed(() =>
    serviceChoices(this.around.facts()?.services ?? [], 'The return as a whole'),
  );
  private readonly typed = signal(nothing);
  protected readonly comments = computed(() => this.typed().comments);
  private readonly kept = keptWords('changes', this.opened.at, this.typed, nothing);
  private readonly wrong = signal<readonly SummaryError[]>([]);
  protected readonly undone = computed(() => undoneWords(this.opened.found()!));
  protected readonly errors = this.wrong.asReadonly();

  constructor() {
    effect(() => {
      const refused = this.opened.refusal((pointer) => fieldAt(pointer.split('/').slice(1)));
      untracked(() => this.wrong.set(refused));
    });
    inject(Actions)
      .pipe(
        ofType(ReturnApi.changed),
        filter(({ deed }) => deed.action === 'request_changes'),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.kept.leave(null));
  }

  protected error(field: string): string | undefined {
    return this.wrong().find(({ href }) => href === `#${field}`)?.text;
  }

  protected set(index: number, change: Partial<Comment>): void {
    this.typed.update(({ comments }) => ({
      comments: comments.map((one, at) => (at === index ? { ...one, ...change } : one)),
    }));
  }

  protected add(): void {
    this.wrong.set([]);
    this.typed.update(({ comments }) => ({ comments: [...comments, blank] }));
    this.focus(`about-${this.comments().length - 1}`);
  }

  protected remove(index: number): void {
    this.wrong.set([]);
    this.typed.update(({ comments }) => ({ comments: comments.filter((_, at) => at !== index) }));
    this.focus(`text-${Math.max(0, index - 1)}`);
  }

  /** Once it is there. */
  private focus(id: string): void {
    afterNextRender({ write: () => focusField(id) }, { injector: this.injector });
  }

  protected send(found: Return, event: Event): void {
    event.preventDefault();
    const comments = this.comments().map(({ about, text }) => ({ service: about || null, text }));
    const read = RequestedChanges.safeParse({ comments });
    const issues = read.error?.issues ?? [];
    this.wrong.set(issues.map(({ path, message }) => ({ text: message, href: `#${fieldAt(path)}` })));
    if (read.success) this.opened.send({ action: 'request_changes', body: read.data }, found.version);
  }
}

/** The id of the field for a part of what is sent; null where it is of no comment. */
function fieldAt([first, index = 0, what]: readonly PropertyKey[]): string | null {
  if (first !== 'comments') return null;
  return `${what === 'service' ? 'about' : 'text'}-${Number(index)}`;
}
