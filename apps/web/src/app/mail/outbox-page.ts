import { Component, DestroyRef, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import type { MailList } from '@headway/contract';
import { type Problem, countOf, mailKindLabels, mailStateLabels } from '@headway/domain';
import { GovLink, InsetText, Pagination, Tag, pageLinks } from '@headway/govuk';
import { Announcer } from '../platform/announcer';
import { Page } from '../platform/page';
import { MailClient } from './mail.client';
import { dayAndTime, stateColours } from './mail-words';

/** Everything that Headway wrote to people, newest first. */
@Component({
  selector: 'hw-outbox-page',
  imports: [GovLink, InsetText, Page, Pagination, Tag],
  templateUrl: './outbox-page.html',
})
export class OutboxPage {
  private readonly client = inject(MailClient);
  private readonly announcer = inject(Announcer);
  private readonly gone = inject(DestroyRef);
  /** Of the address: which page of the list, from 1. */
  readonly page = input<string>();

  protected readonly list = signal<MailList | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly count = computed(() => countOf(this.list()?.total ?? 0, 'email'));
  protected readonly rows = computed(() =>
    (this.list()?.items ?? []).map((mail) => ({
      ...mail,
      ...dayAndTime(mail.madeAt),
      href: `/mail/${mail.id}`,
      kind: mailKindLabels[mail.kind],
      label: mailStateLabels[mail.state],
      colour: stateColours[mail.state],
    })),
  );
  protected readonly pages = computed(() => {
    const list = this.list();
    const pages = list ? Math.ceil(list.total / list.pageSize) : 1;
    return pages > 1
      ? pageLinks(list!.page, pages, (page) => `/mail${page > 1 ? `?page=${page}` : ''}`)
      : null;
  });
  /** Read kindly: what is no page is the first. */
  private readonly wanted = computed(() => {
    const page = Number(this.page());
    return Number.isInteger(page) && page > 0 && page <= 1_000_000 ? page : 1;
  });

  constructor() {
    effect(() => {
      this.wanted();
      untracked(() => this.load());
    });
  }

  protected load(): void {
    this.problem.set(null);
    this.client
      .list(this.wanted())
      .pipe(takeUntilDestroyed(this.gone))
      .subscribe({
        next: (list) => {
          this.list.set(list);
          this.announcer.say(this.count());
        },
        error: (problem: Problem) => this.problem.set(problem),
      });
  }
}
