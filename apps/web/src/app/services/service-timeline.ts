import { Component, computed, input } from '@angular/core';
import type { StageRecord } from '@headway/contract';
import { timelineEntries } from './timeline-entries';

/** The history in MOJ's timeline; a move stands out, a confirmation stays quiet. */
@Component({
  selector: 'hw-service-timeline',
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
          @if (entry.changes.length || entry.note || entry.evidenceUrl) {
            <div class="moj-timeline__description">
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
            </div>
          }
        </div>
      }
    </div>
  `,
})
export class ServiceTimeline {
  readonly records = input.required<readonly StageRecord[]>();
  protected readonly entries = computed(() => timelineEntries(this.records()));
}
