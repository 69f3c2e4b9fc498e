import { Component, DestroyRef, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import type { Mail } from '@headway/contract';
import { type Problem, mailKindLabels, mailStateLabels, quarterLabel, quarterOf } from '@headway/domain';
import { SummaryList, SummaryRow, Tag } from '@headway/govuk';
import { Page } from '../platform/page';
import { MailClient } from './mail.client';
import { dayAndTime, stateColours } from './mail-words';

/** One mail, as it was written. */
@Component({
  selector: 'hw-mail-page',
  imports: [Page, SummaryList, SummaryRow, Tag],
  template: `
    <hw-page
      [pageTitle]="mail()?.subject ?? 'Email'"
      section="Outbox"
      back="/mail"
      [problem]="problem()"
      (retry)="load()"
      [loading]="!mail()"
    >
      @if (shown(); as mail) {
        <div class="govuk-grid-row">
          <div class="govuk-grid-column-two-thirds">
            <span class="govuk-caption-l">{{ mail.kind }}</span>
            <h1 class="govuk-heading-l hw-break">{{ mail.subject }}</h1>
            <dl gov-summary-list>
              <div gov-summary-row key="To">
                {{ mail.to.name }}<br /><span class="hw-quiet hw-break">{{ mail.to.email }}</span>
              </div>
              <div gov-summary-row key="About">{{ mail.organisation.name }}, {{ mail.quarter }}</div>
              <div gov-summary-row key="Written">{{ mail.written }}</div>
              <div gov-summary-row key="Status">
                <gov-tag [colour]="mail.colour">{{ mail.label }}</gov-tag>
                @if (mail.sent) {
                  {{ mail.sent }}
                }
                @if (mail.failure) {
                  <p class="govuk-body govuk-!-margin-top-2 govuk-!-margin-bottom-0 hw-break">
                    {{ mail.failure }}. {{ mail.tries }}
                  </p>
                }
              </div>
            </dl>
            <h2 class="govuk-heading-m">What it says</h2>
            @for (paragraph of mail.paragraphs; track $index) {
              <p class="govuk-body hw-lines hw-break">{{ paragraph }}</p>
            }
          </div>
        </div>
      }
    </hw-page>
  `,
})
export class MailPage {
  private readonly client = inject(MailClient);
  private readonly gone = inject(DestroyRef);
  readonly id = input.required<string>();

  protected readonly mail = signal<Mail | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly shown = computed(() => {
    const mail = this.mail();
    const words = ({ day, time }: ReturnType<typeof dayAndTime>) => `${day}, ${time}`;
    return (
      mail && {
        ...mail,
        kind: mailKindLabels[mail.kind],
        quarter: quarterLabel(quarterOf(mail.quarter)!),
        written: words(dayAndTime(mail.madeAt)),
        sent: mail.sentAt && words(dayAndTime(mail.sentAt)),
        label: mailStateLabels[mail.state],
        colour: stateColours[mail.state],
        tries: mail.attempts === 1 ? 'Tried once.' : `Tried ${mail.attempts} times.`,
        paragraphs: mail.body.split('\n\n'),
      }
    );
  });

  constructor() {
    effect(() => {
      this.id();
      untracked(() => this.load());
    });
  }

  protected load(): void {
    this.problem.set(null);
    this.client
      .one(this.id())
      .pipe(takeUntilDestroyed(this.gone))
      .subscribe({
        next: (mail) => this.mail.set(mail),
        error: (problem: Problem) => this.problem.set(problem),
      });
  }
}
