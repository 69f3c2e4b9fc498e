import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { ActivatedRoute, Router } from '@angular/router';
import { type RecordKind, countOf, formatDate, quarterLabel } from '@headway/domain';
import { Button, Details, GovLink, type SummaryError } from '@headway/govuk';
import { Page } from '../platform/page';
import { StageTag } from '../platform/stage-tag';
import { ClosedQuarter } from './closed-quarter';
import { groupsOf } from './groups';
import { rowOf } from './edits';
import { attemptAt } from './kept';
import { LeftOut } from './left-out';
import { outcomesOf } from './outcomes';
import { openedReturn } from './opened-return';
import { detailLines, happened, nowLines, overtaken, saidLines } from './overtaken';
import { ReturnsPage } from './returns.actions';
import { returnsFeature } from './returns.feature';
import { type Choices, Settle } from './settle';
import { type Field, idOf, wrongAmong } from './wrong';

/** What will be recorded, by what it is, with a way back to every row; and what others did meanwhile. */
@Component({
  selector: 'hw-check-page',
  imports: [Button, ClosedQuarter, Details, GovLink, LeftOut, Page, Settle, StageTag],
  templateUrl: './check-page.html',
})
export class CheckPage {
  readonly quarter = input.required<string>();
  private readonly router = inject(Router);
  private readonly query = inject(ActivatedRoute).snapshot.queryParams;
  protected readonly opened = openedReturn(this.quarter);
  private readonly store = this.opened.store;
  protected readonly state = this.opened.state;
  protected readonly edits = this.store.selectSignal(returnsFeature.selectEdits);
  private readonly saidWrong = this.store.selectSignal(returnsFeature.selectWrong);
  protected readonly formatDate = formatDate;
  protected readonly detailLines = detailLines;

  protected readonly label = computed(() => quarterLabel(this.opened.quarter()));
  protected readonly back = computed(() =>
    this.router.createUrlTree(['/return', this.quarter()], { queryParams: this.query }).toString(),
  );
  private readonly rows = computed(() => {
    const [edits, days] = [this.edits(), this.opened.days()];
    return (this.opened.list() ?? []).flatMap((service) => {
      const edit = edits[service.reference];
      return edit ? [rowOf(service, edit, days)] : [];
    });
  });
  private readonly outcomes = outcomesOf(this.rows);
  protected readonly groups = computed(() =>
    groupsOf(this.opened.list() ?? [], this.edits(), this.opened.days(), this.outcomes()),
  );
  protected readonly services = computed(() => countOf(this.rows().length));
  protected readonly untouched = computed(() => (this.opened.list()?.length ?? 0) - this.rows().length);

  /** An attempt whose answer never came may itself be what has changed them: it is asked again first. */
  protected readonly conflicts = computed(() => {
    const { services, attempt } = this.state();
    const edits = this.edits();
    if (attempt && attempt.of === JSON.stringify(this.rows())) return [];
    return overtaken(edits, services).map((reference) => {
      const [service, edit] = [services[reference]!, edits[reference]!];
      return {
        ...{ reference, name: service.name, happened: happened(service, edit), now: nowLines(service) },
        yours: saidLines(service, edit, this.opened.days()),
      };
    });
  });
  protected readonly lost = computed(() =>
    this.state().lost.map((reference) => `${reference} ${this.edits()[reference]?.name ?? ''}`),
  );
  protected readonly title = computed(() => `Check before you record ${this.services()}`);
  protected readonly errors = computed((): SummaryError[] => {
    const { refused, wrong, lost } = this.state();
    const told = !refused || wrong.length || lost.length || this.conflicts().length;
    if (told || refused.code === 'not_signed_in') return [];
    return [{ text: refused.detail ?? refused.title }];
  });

  constructor() {
    // The fields are in the table, and so are the words about them; once nothing is left to settle here.
    effect(() => {
      if (this.saidWrong().length > 0 && this.conflicts().length === 0) untracked(() => this.goBack());
    });
  }

  protected send(): void {
    if (this.state().sending) return;
    const wrong = wrongAmong(this.opened.list()!, this.edits(), this.opened.days());
    if (wrong.length > 0) return this.store.dispatch(ReturnsPage.checked({ wrong }));
    const rows = this.rows();
    this.store.dispatch(ReturnsPage.sent({ rows, attempt: attemptAt(rows, this.state().attempt) }));
  }

  /** What the server said of other rows comes first: they would stop it again. */
  protected settle({ mine, theirs }: Choices): void {
    this.store.dispatch(ReturnsPage.settled({ mine, theirs }));
    if (this.saidWrong().length === 0 && this.rows().length > 0) this.send();
  }

  protected leaveOutLost(): void {
    this.store.dispatch(ReturnsPage.lostLeftOut());
  }

  /** Back to the row's own control, in the whole table. */
  protected change(reference: string, kind: RecordKind): string {
    const field: Field = kind === 'went_backwards' ? 'note' : 'stage';
    return `/return/${this.quarter()}#${encodeURIComponent(idOf(field, reference))}`;
  }

  private goBack(): void {
    void this.router.navigateByUrl(this.back());
  }
}
