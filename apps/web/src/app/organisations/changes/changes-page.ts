import { Component, computed, effect, inject, input, signal } from '@angular/core';
import type { MadeReorganisation, Organisation } from '@headway/contract';
import { type Problem, instantWords, uncapitalised } from '@headway/domain';
import { GovLink } from '@headway/govuk';
import { forkJoin } from 'rxjs';
import { Page } from '../../platform/page';
import { canPerson } from '../../platform/session/can-person';
import { changeHeading, whatChanged } from './change-words';
import { ChangesClient } from './changes.client';

/** The changes of an organisation that were recorded with a date, those that were withdrawn too. */
@Component({
  selector: 'hw-changes-page',
  imports: [GovLink, Page],
  template: `
    <hw-page
      [pageTitle]="'Changes of ' + (organisation()?.name ?? 'an organisation')"
      section="Departments"
      [back]="'/departments/' + slug()"
      [problem]="problem()"
      [loading]="!organisation()"
      (retry)="load()"
    >
      @if (organisation(); as organisation) {
        <div class="govuk-grid-row">
          <div class="govuk-grid-column-two-thirds">
            <h1 class="govuk-heading-l">Changes of {{ organisation.name }}</h1>
            <p class="govuk-body">
              Renames, mergers, splits, transfers and moves that were recorded with a date, the latest first.
            </p>
            @for (change of changes(); track change.id) {
              <section class="hw-given" [attr.aria-labelledby]="change.id">
                <h2 class="govuk-heading-m" [id]="change.id">{{ heading(change) }}</h2>
                <p class="govuk-body">{{ words(change) }}</p>
                @if (change.note) {
                  <p class="govuk-body">Note: {{ change.note }}</p>
                }
                <p class="govuk-body hw-quiet">
                  Recorded by {{ change.madeBy }} at {{ instantWords(change.madeAt) }}
                </p>
                @if (change.withdrawn; as withdrawn) {
                  <p class="govuk-body">
                    Withdrawn by {{ withdrawn.by }} at {{ instantWords(withdrawn.at) }}:
                    {{ withdrawn.reason }}
                  </p>
                } @else if (mayWithdraw() && change.canBeWithdrawn) {
                  <p class="govuk-body">
                    <a
                      class="govuk-link"
                      [govHref]="'/departments/' + slug() + '/changes/' + change.id + '/withdraw'"
                      >Withdraw<span class="govuk-visually-hidden">
                        the {{ uncapitalised(heading(change)) }}</span
                      ></a
                    >
                  </p>
                }
              </section>
            } @empty {
              <p class="govuk-body">No change of it was recorded with a date.</p>
            }
          </div>
        </div>
      }
    </hw-page>
  `,
})
export class ChangesPage {
  private readonly client = inject(ChangesClient);
  private readonly can = canPerson();
  readonly slug = input.required<string>();
  protected readonly organisation = signal<Organisation | null>(null);
  protected readonly changes = signal<readonly MadeReorganisation[]>([]);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly mayWithdraw = computed(() => this.can('reorganise'));
  protected readonly heading = changeHeading;
  protected readonly words = whatChanged;
  protected readonly instantWords = instantWords;
  protected readonly uncapitalised = uncapitalised;

  constructor() {
    effect(() => this.load());
  }

  protected load(): void {
    const slug = this.slug();
    this.problem.set(null);
    forkJoin([this.client.organisation(slug), this.client.list(slug)]).subscribe({
      next: ([organisation, changes]) => {
        this.organisation.set(organisation);
        this.changes.set(changes);
      },
      error: (problem: Problem) => this.problem.set(problem),
    });
  }
}
