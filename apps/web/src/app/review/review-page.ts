import {
  DOCUMENT,
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
import { ActivatedRoute } from '@angular/router';
import type { Review } from '@headway/contract';
import type { Problem } from '@headway/domain';
import { GovLink, InsetText, WarningText } from '@headway/govuk';
import { headingFocus } from '../platform/focus-heading';
import { Page } from '../platform/page';
import { problemOf } from '../platform/problem';
import { About } from './about';
import { Definitions } from './definitions';
import { Downloads } from './downloads';
import { ReviewClient } from './review.client';
import { revisionPath, shortLabel, sourceOf, standing } from './review-words';
import { Section } from './section';
import { Sentences } from './sentences';
import { sectionsShown } from './shown-sections';

/** The review of a closed quarter as it was frozen: what its files say, to read, to copy from and to print. */
@Component({
  selector: 'hw-review-page',
  imports: [About, Definitions, Downloads, GovLink, InsetText, Page, Section, Sentences, WarningText],
  templateUrl: './review-page.html',
})
export class ReviewPage {
  private readonly client = inject(ReviewClient);
  private readonly document = inject(DOCUMENT);
  private readonly injector = inject(Injector);
  private readonly place = inject(ActivatedRoute).snapshot.fragment;
  private readonly focusHeading = headingFocus();
  readonly id = input.required<string>();
  /** Of the address; the latest unless it is given. */
  readonly revision = input<string>();

  protected readonly review = signal<Review | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  private readonly tries = signal(0);

  private readonly own = computed(() => {
    const { quarter, revision } = this.review()!;
    return revisionPath(quarter.id, revision);
  });
  protected readonly source = computed(() => sourceOf(this.review()!));
  protected readonly sections = computed(() => sectionsShown(this.review()!));
  protected readonly standing = computed(() => {
    const { later, revised } = standing(this.review()!);
    return { revised, later: later && { ...later, href: revisionPath(this.id(), later.revision) } };
  });
  protected readonly contents = computed(() => [
    ...this.sections().flatMap(({ key, heading, tables }) => [
      { text: heading, href: this.at(key) },
      ...(tables.some((table) => table.key === 'published')
        ? [{ text: 'Review over time', href: this.at('published') }]
        : []),
    ]),
    { text: 'Definitions', href: this.at('definitions') },
    { text: 'Marks and notes', href: this.at('marks') },
  ]);
  protected readonly breadcrumbs = computed(() => {
    const review = this.review();
    return [
      { text: 'Quarters', href: '/quarters' },
      ...(review
        ? [
            { text: shortLabel(review.quarter), href: `/quarters/${review.quarter.id}` },
            { text: `Review, revision ${review.revision}` },
          ]
        : []),
    ];
  });

  constructor() {
    effect((stop) => {
      const [id, revision] = [this.id(), this.revision(), this.tries()];
      if (untracked(() => this.shows(id, revision))) return;
      const reading = untracked(() =>
        this.client.review(id, revision).subscribe({
          next: (review) => this.show(review),
          error: (problem: Problem) => this.fail(problem),
        }),
      );
      stop(() => reading.unsubscribe());
    });
  }

  protected again(): void {
    this.tries.update((n) => n + 1);
  }

  /** The address of a place on this page, of this revision for ever. */
  protected at(place: string): string {
    return `${this.own()}#${place}`;
  }

  /** Whether it stands there already: a place on this page is reached by an address that names its revision. */
  private shows(id: string, revision: string | undefined): boolean {
    const review = this.review();
    return review?.quarter.id === id && String(review.revision) === revision && !this.problem();
  }

  private show(review: Review): void {
    const first = this.review() === null;
    this.problem.set(null);
    this.review.set(review);
    if (!first) this.focusHeading();
    else if (this.place)
      afterNextRender(
        { write: () => this.document.getElementById(this.place!)?.scrollIntoView() },
        { injector: this.injector },
      );
  }

  /** An address that names no revision at all leads nowhere, like one of a revision that there is not. */
  private fail(problem: Problem): void {
    this.problem.set(problem.code === 'invalid_request' ? problemOf('not_found') : problem);
  }
}
