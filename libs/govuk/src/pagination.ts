import { Component, input } from '@angular/core';
import { GovLink } from './link';
import type { PageLinks } from './page-links';

@Component({
  selector: 'gov-pagination',
  imports: [GovLink],
  template: `
    <nav class="govuk-pagination" [attr.aria-label]="label()">
      @if (links().previous; as href) {
        <div class="govuk-pagination__prev">
          <a class="govuk-link govuk-pagination__link" [govHref]="href" rel="prev">
            <svg
              class="govuk-pagination__icon govuk-pagination__icon--prev"
              xmlns="http://www.w3.org/2000/svg"
              height="13"
              width="15"
              aria-hidden="true"
              focusable="false"
              viewBox="0 0 15 13"
            >
              <path
                d="m6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z"
              ></path>
            </svg>
            <span class="govuk-pagination__link-title"
              >Previous<span class="govuk-visually-hidden"> page</span></span
            >
          </a>
        </div>
      }
      <ul class="govuk-pagination__list">
        @for (item of links().items; track $index) {
          @if (item === 'ellipsis') {
            <li class="govuk-pagination__item govuk-pagination__item--ellipsis">⋯</li>
          } @else {
            <li class="govuk-pagination__item" [class.govuk-pagination__item--current]="item.current">
              <a
                class="govuk-link govuk-pagination__link"
                [govHref]="item.href"
                [attr.aria-label]="'Page ' + item.number"
                [attr.aria-current]="item.current ? 'page' : null"
                >{{ item.number }}</a
              >
            </li>
          }
        }
      </ul>
      @if (links().next; as href) {
        <div class="govuk-pagination__next">
          <a class="govuk-link govuk-pagination__link" [govHref]="href" rel="next">
            <span class="govuk-pagination__link-title"
              >Next<span class="govuk-visually-hidden"> page</span></span
            >
            <svg
              class="govuk-pagination__icon govuk-pagination__icon--next"
              xmlns="http://www.w3.org/2000/svg"
              height="13"
              width="15"
              aria-hidden="true"
              focusable="false"
              viewBox="0 0 15 13"
            >
              <path
                d="m8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z"
              ></path>
            </svg>
          </a>
        </div>
      }
    </nav>
  `,
})
export class Pagination {
  readonly links = input.required<PageLinks>();
  readonly label = input('Pagination');
}
