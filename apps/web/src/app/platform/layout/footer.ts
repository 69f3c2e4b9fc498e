import { Component } from '@angular/core';
import { GovLink } from '@headway/govuk';

@Component({
  selector: 'hw-footer',
  imports: [GovLink],
  template: `
    <footer class="govuk-template__footer">
      <div class="govuk-footer hw-footer">
        <div class="govuk-width-container">
          <div class="govuk-footer__meta">
            <div class="govuk-footer__meta-item govuk-footer__meta-item--grow">
              <h2 class="govuk-visually-hidden">Support links</h2>
              <ul class="govuk-footer__inline-list">
                @for (link of links; track link.href) {
                  <li class="govuk-footer__inline-list-item">
                    <a class="govuk-footer__link" [govHref]="link.href">{{ link.text }}</a>
                  </li>
                }
              </ul>
              <p class="govuk-footer__meta-custom">Headway is an internal tool of UK central government.</p>
            </div>
          </div>
        </div>
      </div>
    </footer>
  `,
})
export class Footer {
  protected readonly links = [
    { text: 'Accessibility statement', href: '/accessibility-statement' },
    { text: 'Cookies', href: '/cookies' },
    { text: 'Privacy', href: '/privacy' },
    { text: 'Feedback', href: '/feedback' },
  ];
}
