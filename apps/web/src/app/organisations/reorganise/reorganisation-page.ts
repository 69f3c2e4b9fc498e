import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { FormField, form } from '@angular/forms/signals';
import type { Organisation } from '@headway/contract';
import { type ReorganisationKind, formatDate, reorganisationLabels } from '@headway/domain';
import { Button, DateInput, Radios, Select, TextInput, Textarea } from '@headway/govuk';
import { Store } from '@ngrx/store';
import { newKey } from '../../platform/headers';
import { Page } from '../../platform/page';
import { Today } from '../../platform/today';
import { readTypedDate } from '../../platform/typed-date';
import { OrganisationsPage } from '../organisations.actions';
import { organisationsFeature, selectEnded } from '../organisations.feature';
import { GivenFields } from './given-fields';
import { ReceiverFields } from './receiver-fields';
import {
  type ReorganisationInput,
  type Wrong,
  blankInput,
  blankPart,
  fieldAt,
  independent,
  requestFrom,
} from './reorganise-input';
import { ReorganisePage } from './reorganise.actions';
import { reorganiseFeature } from './reorganise.feature';
import { TickList } from './tick-list';

const endings = [
  {
    value: 'ends',
    text: 'It ends on that date',
    hint: 'Another one takes over what is not given away below',
  },
  { value: 'goes_on', text: 'It goes on', hint: 'It keeps what is not given away below' },
];

/** What the organisation that it is about is asked by. */
const questions: Readonly<Record<ReorganisationKind, string>> = {
  rename: 'Which organisation is renamed?',
  merge: 'Which organisations end?',
  split: 'Which organisation is split?',
  transfer: 'Which organisation gives something away?',
  move: 'Which organisation moves?',
};

/** What is typed for one kind of change, before it is looked at. */
@Component({
  selector: 'hw-reorganisation-page',
  imports: [
    Button,
    DateInput,
    FormField,
    GivenFields,
    Page,
    Radios,
    ReceiverFields,
    Select,
    TextInput,
    Textarea,
    TickList,
  ],
  templateUrl: './reorganisation-page.html',
})
export class ReorganisationPage {
  private readonly store = inject(Store);
  readonly kind = input.required<ReorganisationKind>();
  /** The organisation that it is about, where the reader comes from its page. */
  readonly organisation = input<string>();
  private readonly today = inject(Today).date;
  private readonly state = this.store.selectSignal(reorganiseFeature.selectReorganiseState);
  private readonly all = this.store.selectSignal(organisationsFeature.selectAll);
  private readonly ended = this.store.selectSignal(selectEnded);
  protected readonly listed = this.store.selectSignal(organisationsFeature.selectListed);
  protected readonly problem = this.store.selectSignal(organisationsFeature.selectProblem);
  protected readonly sending = computed(() => this.state().sending);
  protected readonly title = computed(() => reorganisationLabels[this.kind()]);
  protected readonly endings = endings;

  private readonly model = signal<ReorganisationInput>(blankInput());
  protected readonly form = form(this.model);
  private readonly wrong = signal<readonly Wrong[]>([]);
  protected readonly errors = computed(() =>
    this.wrong().map(({ field, message }) =>
      field ? { text: message, href: `#${field}` } : { text: message },
    ),
  );
  protected readonly error = (field: string) => this.wrong().find((one) => one.field === field)?.message;

  protected readonly going = computed(() => this.all().map(optionOf));
  /** Those that have ended may still be renamed, or have given something away, at a time when they were there. */
  protected readonly everyOne = computed(() => [
    { value: '', text: 'Select an organisation' },
    ...this.going(),
    ...(this.kind() === 'split' ? [] : this.ended().map(optionOf)),
  ]);
  protected readonly who = computed(() => questions[this.kind()]);
  /** One that has ended may have been what it was part of for a time. */
  protected readonly parents = computed(() => [
    { value: '', text: 'Select an organisation' },
    { value: independent, text: 'No other: it becomes independent' },
    ...[...this.going(), ...this.ended().map(optionOf)].filter(({ value }) => value !== this.giver()),
  ]);
  protected readonly giver = computed(() => this.model().organisation);
  private readonly on = computed(() => {
    const date = readTypedDate(this.model().on, '', { latest: this.today() });
    return typeof date === 'string' ? date : this.today();
  });
  private readonly offered = computed(() => {
    const offered = this.state().offered;
    return offered?.organisation === this.giver() && offered.on === this.on() ? offered.services : null;
  });
  protected readonly loading = computed(() => this.offered() === null);
  protected readonly services = computed(() =>
    (this.offered() ?? []).map(({ reference, name, closed }) => ({
      value: reference,
      text: `${name} (${reference})${closed ? ', closed' : ''}`,
    })),
  );
  protected readonly agencies = computed(() =>
    this.all()
      .filter(({ parent }) => parent?.slug === this.giver())
      .map(optionOf),
  );

  constructor() {
    this.store.dispatch(OrganisationsPage.listOpened());
    this.store.dispatch(OrganisationsPage.endedOpened());
    effect(() => {
      this.store.dispatch(ReorganisePage.opened({ kind: this.kind() }));
      // The store freezes what it holds, and a form marks what it works on: each has its own.
      untracked(() => this.model.set(structuredClone(this.state().typed) ?? blankInput(this.organisation())));
    });
    effect(() => {
      const [kind, organisation, on] = [this.kind(), this.giver(), this.on()];
      if ((kind === 'split' || kind === 'transfer') && organisation)
        this.store.dispatch(ReorganisePage.giverChosen({ organisation, on }));
    });
    effect(() => {
      const refused = this.state().refused;
      if (!refused || refused.code === 'not_signed_in') return;
      const kind = untracked(this.kind);
      const wrong = refused.errors?.map(({ pointer, message }) => ({
        field: fieldAt(kind, pointer.split('/').slice(1)),
        message,
      }));
      this.wrong.set(wrong?.length ? wrong : [{ field: null, message: refused.detail ?? refused.title }]);
    });
  }

  protected load(): void {
    this.store.dispatch(OrganisationsPage.listOpened());
  }

  protected add(): void {
    this.model.update((typed) => ({ ...typed, parts: [...typed.parts, blankPart()] }));
  }

  protected remove(index: number): void {
    this.model.update((typed) => ({ ...typed, parts: typed.parts.filter((_, n) => n !== index) }));
  }

  protected look(event: Event): void {
    event.preventDefault();
    if (this.sending()) return;
    const [kind, typed] = [this.kind(), this.typed()];
    const read = requestFrom(kind, typed, this.today());
    this.wrong.set('wrong' in read ? read.wrong : []);
    if ('request' in read)
      this.store.dispatch(ReorganisePage.typed({ kind, typed, request: read.request, key: newKey() }));
  }

  /** What was ticked while another organisation or date was chosen is no longer to be seen, and left out. */
  private typed(): ReorganisationInput {
    const typed = structuredClone(this.model());
    const [services, agencies] = [this.services(), this.agencies()].map(
      (items) => new Set(items.map(({ value }) => value)),
    );
    return {
      ...typed,
      parts: typed.parts.map((part) => ({
        ...part,
        services: this.loading() ? part.services : part.services.filter((one) => services!.has(one)),
        organisations: part.organisations.filter((one) => agencies!.has(one)),
      })),
    };
  }
}

function optionOf({ slug, name, existsTo }: Organisation) {
  return { value: slug, text: existsTo ? `${name} (ended ${formatDate(existsTo)})` : name };
}
