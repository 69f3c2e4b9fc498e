import type { Role } from '@headway/domain';
import { openPage, signIn } from '../platform/page.harness';
import { portfolioRoutes } from './portfolio.routes';

const routes = [
  { path: 'portfolio', children: portfolioRoutes },
  { path: 'services', children: [] },
];

/** A page of the portfolio, before anything that it asks for is answered. */
export async function open(url = '/portfolio') {
  const opened = await openPage(url, routes);
  const page = opened.page();
  const links = () => [...page.querySelectorAll<HTMLAnchorElement>('main a[href*="/services"]')];
  return { ...opened, page, links, mayDo: (role: Role) => signIn({ role }) };
}

/** What is asked for, whatever date it is compared with. */
export const asked = (path: string) => (request: { urlWithParams: string }) =>
  request.urlWithParams.replace(/[?&]compareWith=[-\d]+/, '') === path;

/** Opens the box with the form, which is fetched only then. */
export async function unfold(page: HTMLElement, settle: () => Promise<unknown>): Promise<void> {
  const box = page.querySelector('details')!;
  const toggled = new Promise((done) => box.addEventListener('toggle', done, { once: true }));
  if (!box.open) {
    box.open = true;
    await toggled;
  }
  for (let turn = 0; turn < 100 && !page.querySelector('form'); turn++) await settle();
}
