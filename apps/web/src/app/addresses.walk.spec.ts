import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { Role } from '@headway/domain';
import { routes } from './app.routes';
import { barrierOf } from './barriers/barriers.fixture';
import { openPage } from './platform/page.harness';
import { closureOf, recordOf, serviceOf } from './services/services.fixture';
import { answerAll, planned, quarter } from './forms.walk.fixture';

const barrier = barrierOf().id;
const record = recordOf().id;

/** Every page about one thing, whose identifiers are in brackets, and who may see it. */
const pages: readonly (readonly [address: string, role: Role])[] = [
  ['/services/{DWP-001}', 'digital_lead'],
  ['/services/{DWP-001}/change', 'digital_lead'],
  ['/services/{DWP-001}/record/{stage}', 'digital_lead'],
  ['/services/{DWP-001}/confirm', 'digital_lead'],
  [`/services/{DWP-001}/records/{${record}}/correct`, 'digital_lead'],
  ['/services/{DWP-001}/targets/{live}', 'digital_lead'],
  ['/services/{DWP-001}/targets/{live}/give-up', 'digital_lead'],
  ['/services/{DWP-001}/barriers/new', 'digital_lead'],
  ['/services/{DWP-001}/close', 'oversight'],
  ['/services/{CLOSED}/reopen', 'oversight'],
  ['/services/{DWP-001}/transfer', 'admin'],
  ['/departments/{dwp}', 'viewer'],
  ['/departments/{dwp}/change', 'admin'],
  ['/departments/{dwp}/barriers/new', 'digital_lead'],
  [`/barriers/{${barrier}}/change`, 'digital_lead'],
  [`/barriers/{${barrier}}/resolve`, 'digital_lead'],
  [`/barriers/{${barrier}}/reopen`, 'digital_lead'],
  [`/quarters/{${quarter.id}}`, 'oversight'],
  [`/quarters/{${quarter.id}}/due`, 'oversight'],
  [`/quarters/{${quarter.id}}/close`, 'oversight'],
  [`/quarters/{${planned.id}}/open`, 'oversight'],
];
const missing: typeof pages = [
  ...pages.filter(([address]) => !address.includes('/record/')),
  ['/services/{DWP-001}/record/stage', 'digital_lead'],
  ['/quarters/{2025-26-Q1}/reopen', 'oversight'],
  ['/quarters/{2025-26-Q1}/excuse/{dwp}', 'oversight'],
  ['/quarters/{2025-26-Q1}/review', 'viewer'],
  ...(['', '/check', '/done', '/sign-off', '/request-changes', '/record'] as const).map(
    (step) => [`/quarters/{2025-26-Q1}/returns/{dwp}${step}`, 'digital_lead'] as const,
  ),
  ...(['', '/check', '/done'] as const).map(
    (step) => [`/return/{2099-00-Q1}${step}`, 'digital_lead'] as const,
  ),
  [`/mail/{${barrier}}`, 'admin'],
  [`/pulse/waves/{${barrier}}`, 'oversight'],
];

/** The API takes references in any case. */
const extra = [
  [/services\/CLOSED$/i, serviceOf({ reference: 'CLOSED', closures: [closureOf()] })],
  [/portfolio\/signals$/, { total: { services: 0 }, confidenceFalling: [] }],
] as const;

/** Ways to write the same identifier. */
const ways: Readonly<Record<string, (id: string) => string>> = {
  'small letters': (id) => id.toLowerCase(),
  capitals: (id) => id.toUpperCase(),
  'spaces round it': (id) => `%20${id}%20`,
  'a letter in its code': (id) => `%${id.charCodeAt(0).toString(16)}${id.slice(1)}`,
};

/** The page once all that it asks for is answered, which begins before it is opened. */
async function shown(url: string, role: Role, answer: (http: HttpTestingController) => void) {
  const opening = openPage(url, routes, { role });
  const http = TestBed.inject(HttpTestingController);
  let isOpen = false;
  void opening.then(() => (isOpen = true));
  while (!isOpen) {
    answer(http);
    await new Promise((done) => setTimeout(done));
  }
  const open = await opening;
  for (let turn = 0; turn < 10; turn++) {
    answer(http);
    await open.settle();
  }
  return open;
}

describe('an address', () => {
  for (const [address, role] of pages)
    for (const [way, written] of Object.entries(ways))
      it(`is put right: ${address} with ${way}`, async () => {
        const url = address.replace(/\{(.*?)\}/g, (_, id: string) => written(id));
        const { page, url: now, heading } = await shown(url, role, (http) => answerAll(http, extra));
        expect(now()).toBe(address.replace(/[{}]/g, ''));
        expect(page().querySelector('.hw-loading')).toBeNull();
        expect(heading()).not.toBe('Page not found');
      });

  for (const [address, role] of missing)
    it(`of nothing says so: ${address}`, async () => {
      const { heading, page } = await shown(address.replace(/[{}]/g, ''), role, (http) => {
        for (const one of http.match(() => true))
          if (!one.cancelled)
            one.flush({ code: 'not_found', status: 404, title: 'x' }, { status: 404, statusText: 'x' });
      });
      expect(page().querySelector('.hw-loading')).toBeNull();
      expect(heading()).toBe('Page not found');
    });
});
