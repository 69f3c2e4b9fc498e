import {
  Component,
  DOCUMENT,
  Injector,
  afterNextRender,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { form, validateStandardSchema } from '@angular/forms/signals';
import { ActivatedRoute } from '@angular/router';
import type { Return } from '@headway/contract';
import { isOwed } from '@headway/domain';
import { Button, Details, GovLink, InsetText, SummaryList, SummaryRow, focusField } from '@headway/govuk';
import { Actions, ofType } from '@ngrx/effects';
import { Conflict } from '../../platform/conflict';
import { Flash } from '../../platform/flash';
import { Resubmission } from '../../platform/forms/resubmission';
import { KeptHere } from '../../platform/kept-here';
import { Page } from '../../platform/page';
import { sessionFeature } from '../../platform/session/session.feature';
import { merged, readsTheSame } from '../../platform/three-way';
import {
  type Answers,
  answersDetails,
  answersForm,
  answersOf,
  blankAnswers,
  confidenceWords,
} from './answers';
import { AnswersFields } from './answers-fields';
import { type Begun, redrafted, restored } from './begun';
import { keptName } from './kept-words';
import { openedReturn } from './opened';
import { readAround } from './read-around';
import { RequestedChanges } from './requested-changes';
import { ReturnApi, ReturnPages } from './return.actions';
import { ReturnHeading } from './return-heading';
import { returnPath } from './return-path';
import { standingWords } from './return-words';
import { ServicesFacts } from './services-facts';
import { SubmittedAnswers } from './submitted-answers';
import { SubmittedFacts } from './submitted-facts';
import { submittedReview } from './submitted-review';
import { SubmittedServices } from './submitted-services';
import { Thread } from './thread';

/** One organisation's return: answered by its lead, read by everybody, signed off or sent back by others. */
@Component({
  selector: 'hw-return-page',
  imports: [
    AnswersFields,
    Button,
    Conflict,
    Details,
    GovLink,
    InsetText,
    Page,
    RequestedChanges,
    ReturnHeading,
    ServicesFacts,
    SubmittedAnswers,
    SubmittedFacts,
    SubmittedServices,
    SummaryList,
    SummaryRow,
    Thread,
  ],
  templateUrl: './return-page.html',
})
export class ReturnPage {
  private readonly document = inject(DOCUMENT);
  private readonly injector = inject(Injector);
  private readonly here = inject(KeptHere);
  private readonly flash = inject(Flash);
  readonly id = input.required<string>();
  readonly slug = input.required<string>();
  protected readonly opened = openedReturn(this.id, this.slug);
  protected readonly around = readAround(this.opened);
  protected readonly review = submittedReview(this.around.submitted, this.slug);
  protected readonly keeps = this.here.works;
  protected readonly path = returnPath;
  protected readonly words = confidenceWords;
  protected readonly standing = computed(() => {
    const [found, quarter] = [this.opened.found(), this.opened.quarter()];
    return found && quarter ? standingWords(found, quarter) : [];
  });

  protected readonly requested = computed(() => this.around.messages().filter(({ stands }) => stands));
  protected readonly owed = computed(() => this.opened.isOpen() && isOwed(this.opened.found()!.state));

  /** What the person began from; what was saved since by somebody else they have not seen. */
  private readonly base = signal<Pick<Begun, 'version' | 'saved'> | null>(null);
  private readonly typed = signal<Answers>(blankAnswers);
  private readonly complete = signal(false);
  private readonly schema = computed(() => answersForm(this.opened.found(), this.complete()));
  protected readonly form = form(this.typed, (path) => validateStandardSchema(path, () => this.schema()));
  protected readonly submission = new Resubmission(this.form);
  protected readonly error = (field: keyof Answers) => this.submission.error(field);
  protected readonly editing = computed(() => this.base() !== null && this.opened.may().prepare);
  protected readonly dirty = computed(() => {
    const base = this.base();
    return base !== null && !readsTheSame(answersDetails, base.saved, this.typed());
  });
  /** Typed, and overtaken by a submission before it was saved. */
  protected readonly unsavedWords = computed(() => {
    const typed = this.typed().summary.trim();
    return this.dirty() && !this.editing() && typed !== (this.opened.found()?.summary ?? '') ? typed : '';
  });
  protected readonly theirs = computed(() => this.opened.state().theirs);
  protected readonly details = answersDetails;
  protected readonly versions = computed(() => ({
    ...{ base: this.base()!.saved, mine: this.typed() },
    ...{ theirs: answersOf(this.theirs()!), sent: this.submission.sent() },
  }));
  private readonly thread = viewChild(Thread);
  protected readonly errors = computed(() => [
    ...(this.theirs() ? [] : this.submission.errors()),
    ...(this.thread()?.submission.errors() ?? []),
  ]);

  constructor() {
    const session = this.opened.store.selectSignal(sessionFeature.selectSession);
    const name = computed(() => keptName('answers', session()?.person.id ?? '', this.opened.at()));
    effect(() => {
      const found = this.opened.found();
      if (!found || !this.opened.may().prepare) return;
      untracked(() => {
        this.begin(found, name());
        this.draftAfresh(found);
      });
    });
    effect(() => {
      this.typed();
      if (this.base()) untracked(() => this.keep(name()));
    });
    this.goToFieldNamed(inject(ActivatedRoute).snapshot.fragment);
    const actions = inject(Actions);
    actions.pipe(ofType(ReturnApi.changed), takeUntilDestroyed()).subscribe(({ found, deed }) => {
      this.submission.done();
      this.moveOnto(found, this.sent);
      // At once: on the way to the check this page is gone before its effects run.
      this.keep(name());
      if (deed.action === 'save' && !deed.goOn) this.saySaved();
    });
    actions.pipe(ofType(ReturnApi.refused), takeUntilDestroyed()).subscribe(({ problem }) => {
      this.submission.failed(problem);
    });
    actions.pipe(ofType(ReturnApi.overtaken), takeUntilDestroyed()).subscribe(() => this.submission.done());
    // Where they left the answers as they were there is nothing to choose.
    effect(() => {
      const [theirs, base] = [this.theirs(), this.base()];
      if (theirs && base && readsTheSame(answersDetails, answersOf(theirs), base.saved))
        untracked(() => this.saveOver(theirs, this.typed()));
    });
  }

  private saySaved(): void {
    this.flash.successHere('Saved. You can come back later: nothing is submitted yet.');
    const focus = () => {
      const banner = this.document.querySelector<HTMLElement>('.govuk-notification-banner--success');
      if (!banner) return;
      banner.tabIndex = -1;
      banner.focus();
    };
    afterNextRender({ write: focus }, { injector: this.injector });
  }

  /** From a change link of the check: once all is there, the field that it names. */
  private goToFieldNamed(id: string | null): void {
    if (!id) return;
    const waiting = effect(() => {
      if (!this.editing() || !this.around.read()) return;
      waiting.destroy();
      afterNextRender({ write: () => focusField(id) }, { injector: this.injector });
    });
  }

  /** What was typed before and not saved comes back; nothing typed is taken from under anybody's hands. */
  private begin(found: Return, name: string): void {
    const base = this.base();
    if (base && (this.dirty() || base.version >= found.version)) return;
    const kept = base ? null : this.here.read<Partial<Begun>>(name);
    const begun = restored(kept, found);
    if (begun) {
      this.typed.set(begun.answers);
      this.base.set({ version: begun.version, saved: begun.saved });
    } else this.rebase(found);
  }

  private drafted = '';

  private draftAfresh({ draftedSummary }: Return): void {
    const [before, now] = [this.drafted, draftedSummary ?? ''];
    this.drafted = now;
    this.typed.update((typed) => redrafted(typed, before, now));
    this.base.update((base) => base && { ...base, saved: redrafted(base.saved, before, now) });
  }

  private keep(name: string): void {
    this.here.keep(name, this.dirty() ? { ...this.base()!, answers: this.typed() } : null);
  }

  private rebase(found: Return): void {
    this.typed.set(answersOf(found));
    this.base.set({ version: found.version, saved: answersOf(found) });
  }

  /** Only the base moves: what was changed of the answers it began from stays. */
  private moveOnto(found: Return, from: Answers): void {
    const saved = answersOf(found);
    this.typed.update((mine) => merged(answersDetails, { base: from, mine, theirs: saved }));
    this.base.set({ version: found.version, saved });
  }

  private goOnSaving = false;
  private sent = blankAnswers;

  /** As a draft; or to be checked and submitted, and then nothing may be missing. */
  protected save(goOn: boolean, event?: Event): void {
    event?.preventDefault();
    this.complete.set(goOn);
    if (!this.submission.start()) return;
    this.goOnSaving = goOn;
    this.sent = this.typed();
    const body = this.schema().parse(this.typed());
    this.opened.send({ action: 'save', body, goOn }, this.base()!.version);
  }

  protected goOn(theirs: Return, typed: Answers): void {
    this.typed.set(typed);
    this.base.set({ version: theirs.version, saved: answersOf(theirs) });
    this.opened.store.dispatch(ReturnPages.settled());
  }

  protected saveOver(theirs: Return, typed: Answers): void {
    this.goOn(theirs, typed);
    this.save(this.goOnSaving);
  }

  protected keepTheirs(theirs: Return): void {
    this.rebase(theirs);
    this.opened.store.dispatch(ReturnPages.settled());
  }
}
