import { Component, computed, input } from '@angular/core';
import type { ReturnMessage } from '@headway/contract';
import { GovLink, NotificationBanner } from '@headway/govuk';
import { servicePath } from '../../services/list-choice';
import { momentWords } from './return-words';

/** What should change before the return is submitted again, on top of the page, each with the way to it. */
@Component({
  selector: 'hw-requested-changes',
  imports: [GovLink, NotificationBanner],
  template: `
    <gov-notification-banner title="Changes requested" id="changes-requested-title">
      <ul class="govuk-list govuk-list--spaced hw-flush">
        @for (line of lines(); track line.id) {
          <li>
            @if (line.service; as service) {
              <strong>{{ service.name }}</strong><br />
            }
            <span class="hw-lines hw-break">{{ line.text }}</span>
            <span class="hw-quiet hw-second-line">{{ line.by }}, {{ line.when }}</span>
            @if (line.service && mayRecord()) {
              <a class="govuk-notification-banner__link" [govHref]="line.path"
                >Record a stage<span class="govuk-visually-hidden"> of {{ line.service.name }}</span></a
              >
            }
          </li>
        }
      </ul>
    </gov-notification-banner>
  `,
})
export class RequestedChanges {
  readonly messages = input.required<readonly ReturnMessage[]>();
  readonly mayRecord = input(false);
  protected readonly lines = computed(() =>
    this.messages().map((message) => ({
      ...message,
      when: momentWords(message.at),
      path: message.service ? servicePath(message.service.reference, 'record') : '',
    })),
  );
}
