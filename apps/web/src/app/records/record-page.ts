import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { Router } from '@angular/router';
import { form } from '@angular/forms/signals';
import type { PostedRecord } from '@headway/contract';
import { absentWords, notOpenYet } from '@headway/domain';
import { GovLink, InsetText, type SummaryError } from '@headway/govuk';
import { Store } from '@ngrx/store';
import { Conflict, conflictHeading } from '../platform/conflict';
import { headingFocus } from '../platform/focus-heading';
import { Page } from '../platform/page';
import { problemOf } from '../platform/problem';
import { canPerson } from '../platform/session/can-person';
import { Today } from '../platform/today';
import { LockNote } from '../platform/lock-note';
import { type Answers, answersFor, correctedOver, goesBackFrom, recordFrom } from './answers';
import { type Wrong, wrongWith } from './check';
import { CheckAnswers } from './check-answers';
import { insteadWords, overtakenBy, recordDetails, recordVersions } from './conflict-rows';
import { type Draft, Drafts } from './drafts';
import { Question } from './question';
import { RecordsPage } from './records.actions';
import { recordsFeature } from './records.feature';
import { type Step, correctionHeading, fieldAt, nextStep, stepFrom, stepOf, steps } from './steps';

const titles: Readonly<Record<Step, string>> = {
  stage: 'What stage is the service at?',
  date: 'When did the service reach this stage?',
  offices: 'How far is each part of the service?',
  note: 'Is there anything to add?',
  evidence: 'Where can this be seen?',
  check: 'Check your answers',
};

/** One question after another to a record, answers kept from the first letter typed. */
@Component({
  selector: 'hw-record-page',
  imports: [CheckAnswers, Conflict, GovLink, InsetText, LockNote, Page, Question],
  templateUrl: './record-page.html',
})
export class RecordPage {
  private readonly store = inject(Store);
  private readonly router = inject(Router);
  private readonly drafts = inject(Drafts);
  private readonly can = canPerson();
  private readonly focusHeading = headingFocus();
  private readonly conflictHeading = conflictHeading();
  readonly reference = input.required<string>();
  readonly step = input<Step, string | undefined>('stage', { transform: (text) => stepFrom(text ?? null) });
  /** Set on the way back to the check from one of its change links. */
  readonly change = input<string>();

  protected readonly today = inject(Today).date;
  protected readonly state = this.store.selectSignal(recordsFeature.selectRecordsState);
  protected readonly service = computed(() => this.state().history?.service ?? null);
  protected readonly draft = signal<Draft | null>(null);
  private readonly answers = signal<Answers>({} as Answers);
  protected readonly form = form(this.answers);
  private readonly wrong = signal<readonly Wrong[]>([]);
  protected readonly shownErrors = computed(() =>
    this.wrong().filter(({ field }) => stepOf(field) === this.step()),
  );
  private readonly general = signal<readonly SummaryError[]>([]);
  protected readonly errors = computed(() => [
    ...this.general(),
    ...this.shownErrors().map(({ message, target }) => ({ text: message, href: `#${target}` })),
  ]);
  protected readonly problem = computed(() => {
    const service = this.service();
    if (this.state().problem || !service) return this.state().problem;
    return this.can('recordStage', service.organisation.id) ? null : problemOf('not_allowed');
  });
  protected readonly title = computed(() => {
    if (this.overtaken()) return this.conflictHeading();
    const [{ history }, draft] = [this.state(), this.draft()];
    if (this.step() !== 'note' || !draft || !history) return titles[this.step()];
    const [answers, today] = [this.answers(), this.today()];
    if (correctedOver(recordFrom(answers, today), history.records, draft.over).length > 0)
      return correctionHeading;
    return goesBackFrom(answers, history.records, today) ? 'Why did the service go back?' : titles.note;
  });
  /** Where it is closed today: what was so before can still be recorded. */
  protected readonly absent = computed(() => {
    const service = this.service();
    return service && absentWords(service, this.today());
  });
  protected readonly opensLater = computed(() =>
    notOpenYet(this.service() ?? { opensOn: null }, this.today()) ? this.absent() : null,
  );
  protected readonly base = computed(() => `/services/${encodeURIComponent(this.reference())}`);
  protected readonly back = computed(() => {
    const before = steps[steps.indexOf(this.step()) - 1];
    if (this.change()) return this.address('check');
    return before ? this.address(before) : this.base();
  });

  protected readonly overtaken = computed(() => this.state().overtaken);
  protected readonly details = recordDetails;
  protected readonly versions = computed(() =>
    recordVersions(this.overtaken()!, this.answers(), this.draft()!.begun),
  );
  protected readonly happened = computed(() => {
    const yours = recordFrom(this.answers(), this.today());
    return [
      overtakenBy(this.overtaken(), this.draft()),
      insteadWords(this.overtaken(), yours, this.draft()),
    ].join(' ');
  });

  constructor() {
    effect(() => this.store.dispatch(RecordsPage.opened({ reference: this.reference() })));
    effect(() => {
      const service = this.service();
      if (service?.reference === this.reference()) untracked(() => this.begin());
    });
    effect(() => {
      const [draft, answers] = [this.draft(), this.answers()];
      if (!draft) return;
      // As it was before anything was typed it is no draft.
      const typed = JSON.stringify(answers) !== JSON.stringify(draft.begun);
      const kept = typed ? { ...draft, answers } : null;
      untracked(() => this.drafts.keep(this.reference(), kept));
    });
    effect(() => {
      const refused = this.state().refused;
      if (refused) untracked(() => this.showRefusal(refused));
    });
    effect(() => {
      if (this.overtaken()) untracked(() => this.focusHeading());
    });
    effect(() => {
      this.step();
      untracked(() => this.general.set([]));
    });
  }

  protected go(): void {
    const wrong = this.check();
    this.wrong.set(wrong);
    this.general.set([]);
    if (this.shownErrors().length > 0) return;
    const next = nextStep(this.step(), this.change() !== undefined, wrong);
    // What is wrong with a question further on is not said before it was asked.
    this.wrong.set([]);
    void this.router.navigateByUrl(this.address(next, next === 'check' ? undefined : this.change()));
  }

  protected send(): void {
    const wrong = this.check();
    this.wrong.set(wrong);
    if (wrong.length > 0) return this.goTo(wrong[0]!);
    const reference = this.reference();
    const attempt = {
      reference,
      record: this.said(),
      version: this.draft()!.version,
    };
    this.store.dispatch(RecordsPage.stageRecorded({ ...attempt, key: this.drafts.keyFor(attempt) }));
  }

  /** Over what somebody else said since: from here on it has been read. */
  protected onTop(answers: Answers, sendNow: boolean): void {
    const { service } = this.overtaken()!;
    this.answers.set(answers);
    this.draft.update((draft) => ({
      ...draft!,
      begun: answersFor(service),
      version: service.version,
      lastRecordedAt: service.lastRecordedAt,
      over: draft!.over === undefined ? draft!.lastWrittenAt : draft!.over,
    }));
    this.store.dispatch(RecordsPage.wentBackToAnswers());
    if (sendNow) this.send();
  }

  protected discard(): void {
    this.draft.set(null);
    this.store.dispatch(RecordsPage.discarded({ reference: this.reference() }));
  }

  protected address(step: Step, change?: string): string {
    return `${this.base()}/record/${step}${change ? `?change=${change}` : ''}`;
  }

  private begin(): void {
    if (this.draft()) return;
    const service = this.service()!;
    const kept = this.drafts.read(service.reference);
    const begun = answersFor(service);
    this.answers.set(kept?.answers ?? begun);
    const { version, lastRecordedAt, lastWrittenAt } = service;
    this.draft.set(kept ?? { answers: begun, begun, version, lastRecordedAt, lastWrittenAt });
  }

  /** What was typed, and what others wrote meanwhile that it is to stand over, where they were shown it. */
  protected said(): PostedRecord {
    const { over } = this.draft()!;
    return { ...recordFrom(this.answers(), this.today()), ...(over === undefined ? {} : { over }) };
  }

  private check(): Wrong[] {
    const { service, records } = this.state().history!;
    const { over } = this.draft()!;
    return wrongWith(this.answers(), { service, records, today: this.today(), over });
  }

  /** The server's rules go to the question that each is about, the rest to the top of the page. */
  private showRefusal(refused: NonNullable<ReturnType<typeof this.state>['refused']>): void {
    if (refused.code === 'not_signed_in') return;
    const wrong = (refused.errors ?? []).flatMap((error): Wrong[] => {
      const field = fieldAt(error);
      return field ? [{ field, message: error.message, target: field }] : [];
    });
    this.wrong.set(wrong);
    if (wrong.length > 0) this.goTo(wrong[0]!);
    else this.general.set([{ text: refused.detail ?? refused.title }]);
  }

  private goTo({ field }: Wrong): void {
    if (stepOf(field) !== this.step()) void this.router.navigateByUrl(this.address(stepOf(field), '1'));
  }
}
