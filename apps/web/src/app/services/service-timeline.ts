import { Component, computed, input } from '@angular/core';
import type { StageRecord } from '@headway/contract';
import { Details, GovLink } from '@headway/govuk';
import { timelineEntries } from './timeline-entries';

/**
 * The history in MOJ's timeline. A move stands out, a confirmation stays quiet, a step back and a
 * correction are told apart by words and by colour, and what was a mistake is struck through.
 */
@Component({
  selector: 'hw-service-timeline',
  imports: [Details, GovLink],
  template: `
    <div class="moj-timeline">
      @for (entry of entries(); track entry.id) {
        <div class="moj-timeline__item" [class]="'hw-timeline--' + entry.kind">
          <div class="moj-timeline__header">
            <h3 class="moj-timeline__title">{{ entry.title }}</h3>
            &ngsp;
            <p class="moj-timeline__byline">by {{ entry.by }}</p>
          </div>
          <p class="moj-timeline__date">
            <time [attr.datetime]="entry.effectiveOn">{{ entry.effective }}</time>
            @if (entry.recorded !== entry.effective) {
              <span class="hw-quiet"> · recorded on {{ entry.recorded }}</span>
            }
          </p>
          @if (
            entry.changes.length ||
            entry.correction ||
            entry.note ||
            entry.evidenceUrl ||
            entry.earlier.length
          ) {
            <div class="moj-timeline__description">
              @if (entry.correction) {
                <p class="govuk-body hw-lines">{{ entry.correction }}</p>
              }
              @if (entry.changes.length) {
                <ul class="govuk-list govuk-list--bullet">
                  @for (change of entry.changes; track change) {
                    <li>{{ change }}</li>
                  }
                </ul>
              }
              @if (entry.note) {
                <p class="govuk-body hw-lines">{{ entry.note }}</p>
              }
              @if (entry.evidenceUrl) {
                <p class="govuk-body">
                  <a class="govuk-link" [href]="entry.evidenceUrl" rel="external noopener noreferrer"
                    >Evidence<span class="govuk-visually-hidden"> for {{ entry.title }}</span></a
                  >
                </p>
              }
              @if (entry.earlier.length) {
                <gov-details [summary]="'Confirmed ' + times(entry.earlier.length) + ' before that'">
                  <ul class="govuk-list">
                    @for (one of entry.earlier; track one.id) {
                      <li>
                        {{ one.text }}
                        @if (correctAt(); as at) {
                          ·
                          <a class="govuk-link" [govHref]="at(one.id)"
                            >Withdraw<span class="govuk-visually-hidden">
                              the confirmation of {{ one.text }}</span
                            ></a
                          >
                        }
                      </li>
                    }
                  </ul>
                </gov-details>
              }
            </div>
          }
          @if (correctAt(); as at) {
            @if (entry.kind !== 'corrected') {
              <p class="govuk-body-s hw-timeline__action">
                <a class="govuk-link" [govHref]="at(entry.id)"
                  >{{ entry.kind === 'confirmation' ? 'Withdraw this confirmation' : 'Correct this record'
                  }}<span class="govuk-visually-hidden"> of {{ entry.effective }}: {{ entry.title }}</span></a
                >
              </p>
            }
          }
        </div>
      }
    </div>
  `,
})
export class ServiceTimeline {
  readonly records = input.required<readonly StageRecord[]>();
  /** The address at which a record is corrected; null where the reader may not. */
  readonly correctAt = input<((id: string) => string) | null>(null);
  protected readonly entries = computed(() => timelineEntries(this.records()));

  protected times(n: number): string {
    return n === 1 ? 'once' : n === 2 ? 'twice' : `${n} times`;
  }
}
