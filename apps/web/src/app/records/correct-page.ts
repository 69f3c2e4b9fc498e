import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { FormField, form } from '@angular/forms/signals';
import type { Correction, Service, StageRecord } from '@headway/contract';
import {
  type StageChange,
  contradictionWords,
  formatDate,
  londonDate,
  mayBeUnderRedesign,
  stageLabels,
} from '@headway/domain';
import {
  Button,
  Checkboxes,
  DateInput,
  GovLink,
  InsetText,
  Radios,
  Select,
  type SummaryError,
  TextInput,
  Textarea,
  WarningText,
} from '@headway/govuk';
import { Store } from '@ngrx/store';
import { OwnAttempt, savedBefore } from '../platform/own-attempt';
import { Page } from '../platform/page';
import { problemOf } from '../platform/problem';
import { canPerson } from '../platform/session/can-person';
import { Today } from '../platform/today';
import { typedFrom } from '../platform/typed-date';
import { LockNote } from '../platform/lock-note';
import { type Answers, answersFor, recordFrom } from './answers';
import { type Wrong, wrongWith } from './check';
import { officeChoices, officeQuestions, redesignChoice, stageChoices } from './choices';
import { Drafts } from './drafts';
import { outcomeFor } from './outcome';
import { RecordsPage } from './records.actions';
import { recordsFeature } from './records.feature';
import { type Field, isField } from './steps';

interface Corrected extends Answers {
  readonly how: '' | 'other' | 'never';
  readonly reason: string;
}

const overtaken =
  'Somebody changed this service while you were on this page. What you typed is still here: look at its history, and send it again if it is still right';

/** Puts a wrong record right, or says that it should never have been: both stay readable, with the reason. */
@Component({
  selector: 'hw-correct-page',
  imports: [
    Button,
    Checkboxes,
    DateInput,
    FormField,
    GovLink,
    InsetText,
    LockNote,
    Page,
    Radios,
    Select,
    TextInput,
    Textarea,
    WarningText,
  ],
  templateUrl: './correct-page.html',
})
export class CorrectPage {
  private readonly store = inject(Store);
  private readonly drafts = inject(Drafts);
  private readonly can = canPerson();
  readonly reference = input.required<string>();
  readonly record = input.required<string>();
  protected readonly today = inject(Today).date;
  protected readonly state = this.store.selectSignal(recordsFeature.selectRecordsState);
  private readonly history = computed(() => this.state().overtaken ?? this.state().history);
  protected readonly service = computed(() => this.history()?.service ?? null);
  protected readonly wrongRecord = computed(
    () => this.history()?.records.find(({ id }) => id === this.record()) ?? null,
  );
  private readonly typed = signal<Corrected | null>(null);
  protected readonly answers = signal<Corrected>({} as Corrected);
  protected readonly form = form(this.answers);
  private readonly wrong = signal<readonly (Omit<Wrong, 'field'> & { field: string | null })[]>([]);
  protected readonly errors = computed((): SummaryError[] =>
    this.wrong().map(({ message, field, target }) => ({
      text: message,
      ...(field ? { href: `#${target}` } : {}),
    })),
  );
  protected readonly problem = computed(() => {
    const [state, service] = [this.state(), this.service()];
    if (state.problem || !service) return state.problem;
    if (!this.can('recordStage', service.organisation.id)) return problemOf('not_allowed');
    return this.wrongRecord() ? null : problemOf('not_found');
  });
  protected readonly base = computed(() => `/services/${encodeURIComponent(this.reference())}`);
  protected readonly ready = computed(() => this.typed() !== null && this.wrongRecord() !== null);
  /** A confirmation has no stage to put right: it can only be withdrawn. */
  protected readonly isConfirmation = computed(() => (this.wrongRecord()?.confirms ?? null) !== null);
  protected readonly title = computed(() =>
    this.isConfirmation() ? 'Withdraw a confirmation' : 'Correct a record',
  );
  protected readonly said = computed(() => {
    const { stage, effectiveOn, recordedBy, recordedAt } = this.wrongRecord()!;
    const on = formatDate(londonDate(new Date(recordedAt)));
    if (this.isConfirmation())
      return `Confirmed as ${stageLabels[stage]} on ${formatDate(effectiveOn)} by ${recordedBy}, recorded on ${on}`;
    return `${stageLabels[stage]} from ${formatDate(effectiveOn)}, recorded by ${recordedBy} on ${on}`;
  });
  /** The confirmations that the correction speaks against, as far as it is filled in. */
  protected readonly against = computed(() => {
    const [history, { how, reason, ...answers }] = [this.history(), this.form().value()];
    if (!history || !this.typed() || how === '') return [];
    const of = { record: this.record(), reason };
    const change: StageChange =
      how === 'never'
        ? { change: 'withdraw', ...of }
        : { change: 'correct', ...of, ...recordFrom(answers, this.today()) };
    if (change.change === 'correct' && (!change.effectiveOn || !answers.stage)) return [];
    const outcome = outcomeFor(change, history.service, history.records, this.today());
    return outcome?.contradicted.map(contradictionWords) ?? [];
  });
  protected readonly mayBeRedesigned = computed(() => {
    const { stage } = this.form().value();
    return stage !== '' && mayBeUnderRedesign(stage);
  });
  protected readonly hows = [
    { value: 'other', text: 'It should say something else' },
    {
      value: 'never',
      text: 'It should never have been recorded',
      hint: 'For example, it was meant for another service. What was in force before it counts again',
    },
  ];
  protected readonly stageChoices = stageChoices;
  protected readonly officeChoices = officeChoices;
  protected readonly offices = officeQuestions;
  protected readonly redesignChoice = redesignChoice;

  constructor() {
    effect(() => this.store.dispatch(RecordsPage.opened({ reference: this.reference() })));
    effect(() => {
      const [service, record] = [this.service(), this.wrongRecord()];
      if (service && record && service.reference === this.reference())
        untracked(() => this.begin(service, record));
    });
    const own = inject(OwnAttempt).saved;
    effect(() => {
      const { refused, overtaken: changed } = this.state();
      if (refused && refused.code !== 'not_signed_in')
        untracked(() => this.refusedWith(refused.errors ?? [], refused.detail ?? refused.title));
      else if (changed) untracked(() => this.refusedWith([], own() ? savedBefore : overtaken));
    });
  }

  protected error(field: Field | 'how' | 'reason'): string | undefined {
    return this.wrong().find((one) => one.field === field)?.message;
  }

  protected send(event: Event): void {
    event.preventDefault();
    if (this.state().sending) return;
    const wrong = this.check();
    this.wrong.set(wrong);
    if (wrong.length > 0) return;
    const { how, reason, ...answers } = this.answers();
    const correction: Correction =
      how === 'never'
        ? { withdrawn: true, reason: reason.trim() }
        : { ...recordFrom(answers, this.today()), reason: reason.trim() };
    const attempt = {
      reference: this.reference(),
      recordId: this.record(),
      correction,
      version: this.service()!.version,
    };
    this.store.dispatch(RecordsPage.corrected({ ...attempt, key: this.drafts.keyFor(attempt) }));
  }

  /** What the record says now, to be changed where it is wrong. */
  private begin(service: Service, record: StageRecord): void {
    if (this.typed()) return;
    const { stage, effectiveOn, note, evidenceUrl, redesignUnderWay, frontOffice, middleOffice, backOffice } =
      record;
    const offices = { redesignUnderWay, frontOffice, middleOffice, backOffice };
    this.answers.set({
      ...answersFor({ ...service, ...offices }),
      stage,
      date: typedFrom(effectiveOn),
      note: note ?? '',
      evidenceUrl: evidenceUrl ?? '',
      how: record.confirms === null ? '' : 'never',
      reason: '',
    });
    this.typed.set(this.answers());
  }

  private check() {
    const { how, reason } = this.answers();
    const { service, records } = this.history()!;
    const others = records.filter(({ id }) => id !== this.record());
    const wrong: { field: string | null; message: string; target: string }[] = [];
    if (how === '') wrong.push({ field: 'how', message: 'Select what was wrong', target: 'how' });
    if (how === 'other')
      wrong.push(
        ...wrongWith(this.answers(), { service, records: others, today: this.today(), correcting: true }),
      );
    if (!reason.trim())
      wrong.push({ field: 'reason', message: 'Enter a reason for the correction', target: 'reason' });
    return wrong;
  }

  private refusedWith(errors: readonly { pointer: string; message: string }[], whole: string): void {
    const wrong = errors.map(({ pointer, message }) => {
      const field = pointer.split('/')[1] ?? '';
      return {
        field: isField(field) || field === 'reason' ? field : null,
        message,
        target: field,
      };
    });
    this.wrong.set(wrong.length > 0 ? wrong : [{ field: null, message: whole, target: '' }]);
  }
}
