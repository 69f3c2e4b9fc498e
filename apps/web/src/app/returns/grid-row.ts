import { Component, computed, input, output, signal } from '@angular/core';
import type { Service } from '@headway/contract';
import {
  type Office,
  type Quarter,
  audienceLabels,
  daysAfter,
  formatDate,
  goesBack,
  mayBeUnderRedesign,
  officeLabels,
  offices,
  returnStateLabels,
  stageLabels,
  stages,
} from '@headway/domain';
import { ErrorMessage, GovLink } from '@headway/govuk';
import { StageTag } from '../platform/stage-tag';
import { servicePath } from '../services/list-choice';
import {
  type Answer,
  type Days,
  type Edit,
  type EditChange,
  dateText,
  evidenceAnyway,
  isConfirmation,
  isLockedOn,
  kindFor,
  stageOf,
} from './edits';
import { isConfirmed } from './grid-choice';
import { readDay } from './typed-day';
import { type Field, type Wrong, idOf } from './wrong';

const stageItems = stages.map((value) => ({ value, text: stageLabels[value] }));

/** One service in the table: what stands, and what is said of it; a second line where that wants words. */
@Component({
  selector: 'tbody[hw-grid-row]',
  imports: [ErrorMessage, GovLink, StageTag],
  templateUrl: './grid-row.html',
  host: { class: 'govuk-table__body hw-grid__row', '[attr.data-said]': 'mark()' },
})
export class GridRow {
  readonly service = input.required<Service>();
  readonly edit = input<Edit>();
  readonly wrong = input<readonly Wrong[]>();
  readonly ticked = input.required<boolean>();
  readonly days = input.required<Days>();
  readonly quarter = input.required<Quarter>();
  readonly ofSeveral = input.required<boolean>();
  readonly tick = output<boolean>();
  readonly said = output<EditChange>();

  protected readonly stageItems = stageItems;
  protected readonly officeItems = [{ value: '', text: 'Not said' }, ...stageItems];
  protected readonly offices = offices.map((id) => ({ id, label: officeLabels[id] }));
  protected readonly formatDate = formatDate;
  protected readonly path = servicePath;

  protected readonly name = computed(() => `${this.service().reference} ${this.service().name}`);
  protected readonly second = computed(() => {
    const { reference, audience, organisation } = this.service();
    const owner = this.ofSeveral() ? ` · ${organisation.abbreviation ?? organisation.name}` : '';
    return `${reference} · ${audienceLabels[audience]}${owner}`;
  });
  protected readonly locked = computed(() => isLockedOn(this.service(), this.days()));
  protected readonly lockState = computed(() => {
    const { lock } = this.service();
    return lock ? returnStateLabels[lock.state].toLowerCase() : '';
  });
  /** Of another quarter: dates up to then are refused, unless an earlier one asks for the change. */
  protected readonly lockedUpTo = computed(() => {
    const { lock } = this.service();
    return lock && !this.locked() && lock.askedUpTo === null ? lock.upTo : null;
  });
  protected readonly confirmed = computed(() => isConfirmed(this.service(), this.quarter()));
  protected readonly overtaken = computed(
    () => this.edit() !== undefined && this.edit()!.version !== this.service().version,
  );
  protected readonly answer = computed(() => this.edit()?.answer ?? '');
  protected readonly mark = computed(() => {
    const edit = this.edit();
    return edit ? (kindFor(this.service(), edit, this.days()) === 'confirmation' ? 'same' : 'new') : null;
  });
  protected readonly dated = computed(() => this.edit() !== undefined && !isConfirmation(this.edit()!));
  protected readonly date = computed(() => dateText(this.edit(), this.days()));
  /** Said as of a day on which the page was open before. */
  protected readonly dateNote = computed(() => {
    const { today } = this.days();
    return readDay(this.edit()?.date ?? '') === daysAfter(today, -1) ? 'This is yesterday’s date' : null;
  });
  protected readonly back = computed(() => {
    const [edit, { stage }] = [this.edit(), this.service()];
    const to = edit && stageOf(this.service(), edit);
    return to && stage !== 'not_recorded' && goesBack(stage, to) ? stage : null;
  });
  protected readonly backWords = computed(() => {
    const from = this.back();
    return from ? `Reason why it went back from ${stageLabels[from]}` : 'Note (optional)';
  });
  protected readonly mayBeRedesigned = computed(() => {
    const { stage } = this.service();
    const meant = this.edit() ? stageOf(this.service(), this.edit()!) : stage;
    return meant !== null && meant !== 'not_recorded' && mayBeUnderRedesign(meant);
  });

  protected readonly evidenceUrl = computed(() => {
    const [service, edit] = [this.service(), this.edit()];
    return edit ? (edit.evidenceUrl ?? evidenceAnyway(service, edit)) : (service.evidenceUrl ?? '');
  });

  private readonly opened = signal(false);
  /** Begun here, so it stays while it is emptied. */
  private readonly noting = signal(false);
  /** What is wrong is never hidden, nor is a reason that is needed or given. */
  protected readonly more = computed(() => this.opened() || this.errorsIn(['evidenceUrl', ...offices]));
  protected readonly noted = computed(
    () =>
      this.more() || this.noting() || this.back() !== null || !!this.edit()?.note || this.errorsIn(['note']),
  );

  protected id(field: Field | 'tick' | 'more'): string {
    return idOf(field, this.service().reference);
  }

  protected error(field: Field): string | undefined {
    return this.wrong()?.find((one) => one.field === field)?.message;
  }

  protected describedBy(field: Field): string | null {
    return this.error(field) ? `${this.id(field)}-error` : null;
  }

  protected choose(answer: string): void {
    this.said.emit({ answer: answer as Answer });
  }

  protected part(office: Office, stage: string): void {
    this.said.emit({ [office]: stage });
  }

  protected noteTyped(note: string): void {
    this.noting.set(true);
    this.said.emit({ note });
  }

  protected toggle(): void {
    this.opened.set(!this.more());
  }

  private errorsIn(fields: readonly Field[]): boolean {
    return this.wrong()?.some(({ field }) => fields.includes(field)) ?? false;
  }
}
