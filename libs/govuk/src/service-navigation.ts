import { Component, DestroyRef, computed, inject, input, signal } from '@angular/core';
import { GovLink } from './link';

export interface NavigationItem {
  readonly text: string;
  readonly href: string;
  /** `page` where it is this very page, `section` where the page is below it. */
  readonly current?: 'page' | 'section' | null;
}

/** GOV.UK's service navigation; on a narrow screen a button shows and hides the links. */
@Component({
  selector: 'gov-service-navigation',
  // Given as plain text it would stay on the element too, and no two may have one id.
  host: { '[attr.id]': 'null' },
  imports: [GovLink],
  template: `
    <div class="govuk-service-navigation" data-module="govuk-service-navigation">
      <div class="govuk-width-container">
        <div class="govuk-service-navigation__container">
          <nav [attr.aria-label]="label()" class="govuk-service-navigation__wrapper">
            <button
              type="button"
              class="govuk-service-navigation__toggle govuk-js-service-navigation-toggle"
              [attr.aria-controls]="id()"
              [attr.hidden]="wide() ? '' : null"
              [attr.aria-hidden]="wide() ? 'true' : null"
              [attr.aria-expanded]="wide() ? null : open()"
              (click)="open.set(!open())"
            >
              {{ label() }}
            </button>
            <ul class="govuk-service-navigation__list" [id]="id()" [attr.hidden]="shown() ? null : ''">
              @for (item of items(); track item.href) {
                <li
                  class="govuk-service-navigation__item"
                  [class.govuk-service-navigation__item--active]="item.current"
                >
                  <a
                    class="govuk-service-navigation__link"
                    [govHref]="item.href"
                    [attr.aria-current]="item.current === 'page' ? 'page' : item.current ? 'true' : null"
                    (followed)="open.set(false)"
                  >
                    @if (item.current) {
                      <strong class="govuk-service-navigation__active-fallback">{{ item.text }}</strong>
                    } @else {
                      {{ item.text }}
                    }
                  </a>
                </li>
              }
              <ng-content />
            </ul>
          </nav>
        </div>
      </div>
    </div>
  `,
})
export class ServiceNavigation {
  readonly label = input('Menu');
  readonly id = input('navigation');
  readonly items = input.required<readonly NavigationItem[]>();
  protected readonly open = signal(false);
  protected readonly wide = signal(true);
  protected readonly shown = computed(() => this.wide() || this.open());

  constructor() {
    // GOV.UK Frontend's tablet breakpoint, where its styles stop stacking the links.
    const query = matchMedia('(min-width: 40.0625em)');
    const read = () => this.wide.set(query.matches);
    read();
    query.addEventListener('change', read);
    inject(DestroyRef).onDestroy(() => query.removeEventListener('change', read));
  }
}
