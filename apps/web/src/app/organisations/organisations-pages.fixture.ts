import type { Organisation } from '@headway/contract';
import type { Role } from '@headway/domain';
import { type Who, openPage } from '../platform/page.harness';
import { organisationsRoutes } from './organisations.routes';

const routes = [
  { path: 'departments', children: organisationsRoutes },
  { path: 'no-permission', children: [] },
];

/** A page of this slice with the whole of it around, and hands to work it. */
export async function open(url: string, role: Role = 'admin', over: Partial<Who> = {}) {
  const opened = await openPage(url, routes, { role, ...over });
  const { harness, http, page: main, settle } = opened;
  /** A page of its own chunk takes a moment to come. */
  const arrived = async (page: string) => {
    while (!harness.fixture.nativeElement.querySelector(page))
      await new Promise((later) => setTimeout(later, 10));
    await settle();
  };
  const list = async (items: readonly Organisation[], ended: readonly Organisation[] = []) => {
    for (const asked of http.match(({ url: at }) => at === '/api/organisations')) {
      const shown = asked.request.params.has('ended') ? ended : items;
      asked.flush({ items: shown, page: 1, pageSize: 200, total: shown.length });
    }
    await settle();
  };
  const type = async (id: string, value: string) => {
    opened.type(id, value);
    await settle();
  };
  const date = async (day: string, month: string, year: string) => {
    opened.typeDate('on', day, month, year);
    await settle();
  };
  const tick = async (value: string) => {
    main().querySelector<HTMLInputElement>(`input[value="${value}"]`)!.click();
    await settle();
  };
  const wrong = () =>
    [...main().querySelectorAll<HTMLAnchorElement>('.govuk-error-summary li')].map((one) => [
      one.textContent!.trim(),
      one.querySelector('a')?.getAttribute('href') ?? null,
    ]);
  return { ...opened, main, arrived, list, type, date, tick, wrong };
}
