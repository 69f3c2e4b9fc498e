import { Component, computed, input } from '@angular/core';

@Component({
  selector: 'gov-notification-banner',
  // Given as plain text it would stay on the element too, and no two may have one id.
  host: { '[attr.id]': 'null', '[attr.title]': 'null' },
  template: `
    <div
      class="govuk-notification-banner"
      [class.govuk-notification-banner--success]="type() === 'success'"
      [attr.role]="role()"
      [attr.aria-labelledby]="id()"
      data-module="govuk-notification-banner"
    >
      <div class="govuk-notification-banner__header">
        <h2 class="govuk-notification-banner__title" [id]="id()">{{ heading() }}</h2>
      </div>
      <div class="govuk-notification-banner__content">
        @if (text()) {
          <p class="govuk-notification-banner__heading">{{ text() }}</p>
        }
        <ng-content />
      </div>
    </div>
  `,
})
export class NotificationBanner {
  readonly type = input<'information' | 'success' | 'alert'>('information');
  readonly title = input<string>();
  readonly text = input<string>();
  readonly id = input('govuk-notification-banner-title');
  protected readonly role = computed(() => (this.type() === 'information' ? 'region' : 'alert'));
  protected readonly heading = computed(
    () => this.title() ?? (this.type() === 'success' ? 'Success' : 'Important'),
  );
}
