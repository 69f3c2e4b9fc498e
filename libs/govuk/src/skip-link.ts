import { Component, input } from '@angular/core';

/** Goes to the part of the page itself, since a bare `#` link would be resolved against the base address. */
@Component({
  selector: 'gov-skip-link',
  template: `
    <a [attr.href]="href()" class="govuk-skip-link" data-module="govuk-skip-link" (click)="skip($event)">{{
      text()
    }}</a>
  `,
})
export class SkipLink {
  readonly href = input('#main-content');
  readonly text = input('Skip to main content');

  protected skip(event: Event): void {
    event.preventDefault();
    const target = document.getElementById(this.href().slice(1));
    if (!target) return;
    target.tabIndex = -1;
    target.addEventListener('blur', () => target.removeAttribute('tabindex'), { once: true });
    target.focus();
  }
}
