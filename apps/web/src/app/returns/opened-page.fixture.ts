import type { Service } from '@headway/contract';
import { openPage, sessionOf, wordsOf } from '../platform/page.harness';
import { serviceOf } from '../services/services.fixture';
import { returnsRoutes } from './returns.routes';

/** A quarter long over, so that the day which it speaks of stays the same. */
export const at = '/return/2024-25-Q1';

const who = { role: 'digital_lead' as const, organisation: serviceOf().organisation };
export const session = sessionOf(who);

export const services = ['A-1', 'B-2', 'C-3'].map((reference, index) =>
  serviceOf({
    reference,
    name: `Service ${reference}`,
    version: index + 1,
    lastRecordedAt: '2024-05-03T10:00:00Z',
    lastWrittenAt: '2024-05-03T10:00:00Z',
    lastEffectiveOn: '2024-03-15',
  }),
);

const routes = [
  { path: 'return', children: returnsRoutes },
  { path: '**', children: [] },
];

/** One of the pages of a return, with its services loaded. */
export async function openedPage(url: string, loaded: readonly Service[] = services) {
  const opened = await openPage(url, routes, who);
  const { harness, http, page, field } = opened;
  const settle = async () => {
    await harness.fixture.whenStable();
    await harness.fixture.whenStable();
  };
  const answer = async (items: readonly Service[] = loaded) => {
    for (const request of http.match(({ url }) => url === '/api/services'))
      request.flush({ items, page: 1, pageSize: 200, total: items.length });
    await settle();
  };
  await answer();
  const press = async (text: string | RegExp) => {
    const button = [...page().querySelectorAll('button')].find((one) => {
      const words = wordsOf(one);
      return typeof text === 'string' ? words.includes(text) : text.test(words);
    });
    if (!button) throw new Error(`There is no button ${text}`);
    button.click();
    await settle();
  };
  const choose = async (reference: string, value: string) => {
    const select = field<HTMLSelectElement>(`stage-${reference}`);
    select.value = value;
    select.dispatchEvent(new Event('change'));
    await settle();
  };
  const type = async (id: string, text: string) => {
    opened.type(id, text);
    await settle();
  };
  const key = async (name: string, init: KeyboardEventInit = {}) => {
    const event = new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, ...init });
    document.activeElement!.dispatchEvent(event);
    await settle();
    return event;
  };
  const batch = () => {
    http.expectOne('/api/session').flush(session);
    return http.expectOne('/api/records/batch');
  };
  return { ...opened, settle, answer, press, choose, type, key, batch };
}
