import { Component, computed, input } from '@angular/core';
import type { ReturnMessage } from '@headway/contract';
import { GovLink, Tag } from '@headway/govuk';
import { servicePath } from '../../services/list-choice';
import { momentWords } from './return-words';

/** Messages oldest first: what was said, of which service, by whom and when. */
@Component({
  selector: 'hw-messages',
  imports: [GovLink, Tag],
  template: `
    <ol class="govuk-list hw-messages">
      @for (line of lines(); track line.id) {
        <li>
          <p class="govuk-body-s hw-messages__by">
            <strong>{{ line.by }}</strong>
            &ngsp;
            <span class="hw-quiet">{{ line.when }}</span>
            @if (line.kind === 'changes_requested') {
              &ngsp;
              <gov-tag colour="orange">Changes requested</gov-tag>
            }
          </p>
          @if (line.service; as service) {
            <p class="govuk-body-s govuk-!-margin-bottom-1">
              About
              <a class="govuk-link" [govHref]="line.path">{{ service.name }}</a>
            </p>
          }
          <p class="govuk-body hw-lines hw-break">{{ line.text }}</p>
        </li>
      }
    </ol>
  `,
})
export class Messages {
  readonly messages = input.required<readonly ReturnMessage[]>();
  protected readonly lines = computed(() =>
    this.messages().map((message) => ({
      ...message,
      when: momentWords(message.at),
      path: message.service ? servicePath(message.service.reference) : '',
    })),
  );
}
