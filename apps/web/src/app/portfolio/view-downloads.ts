import { Component, computed, inject, input } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute } from '@angular/router';
import type { CalendarDate } from '@headway/domain';
import { map } from 'rxjs';
import { Today } from '../platform/today';
import { type PortfolioView, addressOf, comparedWith, paramsOf } from './portfolio.view';
import { quartersUpTo, trendFrom } from './trend.view';

const formats = ['ods', 'xlsx', 'csv'] as const;

/** Every table of the page as one file, of the same past, services and quarters. */
@Component({
  selector: 'hw-view-downloads',
  template: `
    <p class="govuk-body">
      Download this view as
      @for (link of links(); track link.href) {
        <a class="govuk-link govuk-link--no-visited-state" [attr.href]="link.href" download
          >{{ link.format }}<span class="govuk-visually-hidden"> of this view</span></a
        >{{ link.then }}
      }
    </p>
  `,
})
export class ViewDownloads {
  readonly view = input.required<PortfolioView>();
  /** The date that is shown. */
  readonly on = input.required<CalendarDate>();
  private readonly today = inject(Today).date;
  private readonly trend = toSignal(inject(ActivatedRoute).queryParamMap.pipe(map(trendFrom)), {
    requireSync: true,
  });
  protected readonly links = computed(() => {
    const { measure, quarters } = this.trend();
    const compareWith = comparedWith(this.view(), this.today());
    const { from } = quartersUpTo(this.on(), quarters);
    const all = { ...paramsOf({ ...this.view(), compareWith }), from, trendOf: measure };
    return formats.map((format, n) => ({
      format: format.toUpperCase(),
      href: addressOf(`/api/portfolio.${format}`, all),
      then: [',', ' or', ''][n],
    }));
  });
}
