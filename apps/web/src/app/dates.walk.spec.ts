import type { Role } from '@headway/domain';
import { routes } from './app.routes';
import { barrierOf } from './barriers/barriers.fixture';
import { answerAll, planned, quarter, unfold } from './forms.walk.fixture';
import { openPage } from './platform/page.harness';

/** Every form that asks for a date: where it is, who may use it, and the ids of its dates. */
const forms: readonly (readonly [url: string, role: Role, ...dates: string[]])[] = [
  ['/services/DWP-001/record/date', 'digital_lead', 'effectiveOn'],
  ['/services/new', 'admin', 'opensOn'],
  ['/services/DWP-001/change', 'digital_lead', 'opensOn'],
  ['/services/DWP-001/close', 'oversight', 'on'],
  ['/services/CLOSED/reopen', 'oversight', 'on'],
  ['/services/DWP-001/transfer', 'admin', 'on'],
  ['/services/DWP-001/targets/live', 'digital_lead', 'dueOn'],
  ['/services/DWP-001/barriers/new', 'digital_lead', 'raisedOn'],
  [`/barriers/${barrierOf().id}/change`, 'digital_lead', 'raisedOn', 'resolvedOn'],
  [`/barriers/${barrierOf().id}/resolve`, 'digital_lead', 'resolvedOn'],
  ['/departments/new', 'admin', 'existsFrom'],
  ['/departments/dwp/change', 'admin', 'existsFrom'],
  ['/departments/reorganise/rename', 'admin', 'on'],
  ['/departments/reorganise/merge', 'admin', 'on'],
  ['/departments/reorganise/split', 'admin', 'on'],
  ['/departments/reorganise/transfer', 'admin', 'on'],
  [`/quarters/${planned.id}/open`, 'oversight', 'dueOn'],
  [`/quarters/${quarter.id}/due`, 'oversight', 'dueOn'],
  ['/pulse/waves/new', 'oversight', 'opensOn', 'closesOn'],
  ['/audit', 'oversight', 'from', 'to'],
  ['/services?on=2026-03-31', 'oversight', 'on', 'asKnownAt'],
  ['/services/DWP-001?on=2026-03-31', 'oversight', 'on', 'asKnownAt'],
  ['/portfolio?on=2026-03-31', 'oversight', 'on', 'asKnownAt', 'compareWith'],
  ['/portfolio/compare', 'oversight', 'from', 'to'],
];

/** What is typed, which boxes are marked, and where the summary leads. */
const slips: readonly (readonly [typed: string, marked: string, leadsTo: string, words: RegExp])[] = [
  ['3/13/2025', 'month', 'month', /must be a real date$/],
  ['32/3/2025', 'day', 'day', /must be a real date$/],
  ['29/2/2025', 'day', 'day', /must be a real date$/],
  ['3/3/25', 'year', 'year', /must have a full year, like 2026$/],
  ['3/3/0025', 'year', 'year', /must have a full year, like 2026$/],
  ['3//2025', 'month', 'month', /must include a month$/],
  ['//2025', 'day month', 'day', /must include a day and month$/],
  ['3/3/', 'year', 'year', /must include a year$/],
  ['31/12/1989', 'day month year', 'day', /must be after 31 December 1989$/],
  ['1/1/2100', 'day month year', 'day', /must be before 1 January 2100$/],
];

describe('a wrong date, in every form that asks for one,', () => {
  for (const [url, role, ...dates] of forms)
    for (const id of dates)
      it(`is marked and led to part by part: ${id} of ${url}`, async () => {
        const { page, settle, http, typeDate, field } = await openPage(url, routes, { role });
        for (let turn = 0; turn < 50 && !field(`${id}-day`); turn++) {
          answerAll(http);
          unfold(page());
          await settle();
        }
        for (const [typed, marked, leadsTo, words] of slips) {
          typeDate(id, ...(typed.split('/') as [string, string, string]));
          field(`${id}-day`)
            .closest('form')!
            .dispatchEvent(new Event('submit', { cancelable: true, bubbles: true }));
          await settle();
          const parts = ['day', 'month', 'year'].filter((part) =>
            field(`${id}-${part}`).classList.contains('govuk-input--error'),
          );
          expect(parts.join(' ')).withContext(typed).toBe(marked);
          const link = [...page().querySelectorAll<HTMLAnchorElement>('.govuk-error-summary a')].find(
            (one) => words.test(one.textContent!.trim()) && one.hash.startsWith(`#${id}`),
          );
          expect(link)
            .withContext(`${typed}: ${page().querySelector('.govuk-error-summary')?.textContent}`)
            .toBeDefined();
          link?.click();
          expect(document.activeElement?.id).withContext(typed).toBe(`${id}-${leadsTo}`);
        }
      });
});
