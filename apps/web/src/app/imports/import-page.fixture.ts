import type { Role } from '@headway/domain';
import { openPage } from '../platform/page.harness';
import { reportOf } from './imports.fixture';
import { importsRoutes } from './imports.routes';

/** Where a file is sent, but for the mode. */
export const url = '/api/imports?kind=services&mode=';

/** Which check an apply is of. */
export const checkId = `&importId=${reportOf().importId}`;

const dwp = { slug: 'dwp', name: 'Department for Work and Pensions', abbreviation: 'DWP' };

/** The page as it is once it has asked what it needs to know. */
export async function open(role: Role = 'oversight', remembered: object[] = []) {
  const over = role === 'digital_lead' ? { organisation: dwp, organisations: ['an-id'] } : {};
  const opened = await openPage('/import', [{ path: 'import', children: importsRoutes }], { role, ...over });
  const { http, harness } = opened;
  const page = opened.page();
  http.expectOne('/api/services?pageSize=1').flush({ total: 1234 });
  http.expectOne('/api/imports/mappings').flush({ items: remembered });
  await harness.fixture.whenStable();
  const settle = async () => {
    // The file is read into memory before it is sent.
    await new Promise((later) => setTimeout(later, 50));
    await harness.fixture.whenStable();
  };
  const check = async (name: string, text: string) => {
    const files = new DataTransfer();
    files.items.add(new File([text], name));
    const input = page.querySelector<HTMLInputElement>('#file')!;
    input.files = files.files;
    input.dispatchEvent(new Event('change'));
    page.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
  };
  const press = async (text: string) => {
    await opened.press(text);
    await settle();
  };
  return { http, page, settle, check, press };
}
