import { openPage } from '../platform/page.harness';
import { confirmRoutes, correctRoutes, recordRoutes } from './records.routes';
import { recordOf, serviceOf } from './records.fixture';

export const at = '/api/services/DWP-014';

const routes = [
  { path: 'services/:reference/record', children: recordRoutes },
  { path: 'services/:reference/confirm', children: confirmRoutes },
  { path: 'services/:reference/records', children: correctRoutes },
  { path: 'services/:reference', children: [] },
];

/** A page of records at an address, its first requests answered. */
export async function open(url: string, first = [recordOf()]) {
  const opened = await openPage(url, routes, { role: 'digital_lead' });
  const { http, page, settle } = opened;
  const answer = (service = serviceOf(), records = [recordOf()]) => {
    http.expectOne(at).flush(service);
    http.expectOne(`${at}/records?pageSize=200`).flush({ items: records, page: 1, pageSize: 200, total: 1 });
  };
  answer(serviceOf(), first);
  await settle();
  const pick = (stage: string) => page().querySelector<HTMLInputElement>(`input[value=${stage}]`)!.click();
  return { ...opened, answer, pick };
}
