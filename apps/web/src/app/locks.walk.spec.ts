import { type Role, asSignedWords, lockWords } from '@headway/domain';
import { routes } from './app.routes';
import { barrierOf } from './barriers/barriers.fixture';
import { answerAll } from './forms.walk.fixture';
import { organisationOf } from './organisations/organisations.fixture';
import { openPage, wordsOf } from './platform/page.harness';
import { closureOf, recordOf, serviceOf } from './services/services.fixture';

const lock = {
  ...{ quarter: '2024-25-Q1', organisation: 'Work and Pensions', state: 'signed_off' as const },
  ...{ from: '2024-04-01', upTo: '2024-06-30', askedUpTo: null },
};
const barrier = barrierOf({ lock, resolvedOn: '2026-05-01' });
const organisation = organisationOf('DWP', { lock });
const answers = [
  [/services\/CLOSED$/, serviceOf({ reference: 'CLOSED', lock, closures: [closureOf()] })],
  [/services\/[^/]+$/, serviceOf({ lock })],
  [/barriers\/[^/]+$/, barrier],
  [/organisations\/[^/]+$/, organisation],
  [/organisations$/, { items: [organisation], total: 1, page: 1, pageSize: 200 }],
] as const;

/** Every page that changes what a pack prints: what of it is refused (null where nothing is), and what it keeps. */
const pages: readonly (readonly [page: string, role: Role, refused: string | null, asSigned: boolean])[] = [
  [
    '/services/DWP-001/record/stage',
    'digital_lead',
    'a stage cannot be recorded for a date up to then',
    false,
  ],
  [
    `/services/DWP-001/records/${recordOf().id}/correct`,
    'digital_lead',
    'a record for a date up to then cannot be corrected',
    false,
  ],
  [
    '/services/DWP-001/change',
    'digital_lead',
    'who it is for cannot be changed here, nor when it opened',
    true,
  ],
  ['/services/DWP-001/close', 'oversight', 'it cannot close on a day up to then', false],
  ['/services/CLOSED/reopen', 'oversight', 'it cannot open again on a day up to then', false],
  ['/services/DWP-001/transfer', 'admin', 'it cannot change hands on a day up to then', false],
  ['/services/DWP-001/targets/live', 'digital_lead', null, true],
  ['/services/DWP-001/barriers/new', 'digital_lead', 'a barrier cannot be raised on a date up to then', true],
  ['/departments/dwp/barriers/new', 'digital_lead', 'a barrier cannot be raised on a date up to then', true],
  [`/barriers/${barrier.id}/change`, 'digital_lead', 'from when until when it holds something back', true],
  [`/barriers/${barrier.id}/resolve`, 'digital_lead', 'from when until when it holds something back', false],
  [`/barriers/${barrier.id}/reopen`, 'digital_lead', 'from when until when it holds something back', false],
  ['/departments/dwp/change', 'admin', 'what it is part of cannot be changed here', true],
];

async function open(url: string, role: Role) {
  const opened = await openPage(url, routes, { role });
  for (let turn = 0; turn < 12; turn++) {
    answerAll(opened.http, answers);
    await opened.settle();
  }
  return opened;
}

describe('what a submitted return locks', () => {
  for (const [url, role, refused, asSigned] of pages)
    it(`is said before anything is typed: ${url}`, async () => {
      const { page, text } = await open(url, role);
      const form = page().querySelector('main form')!;
      const note = page().querySelector('hw-lock-note')!;
      expect(note.compareDocumentPosition(form) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
      expect(wordsOf(note).includes(lockWords(lock))).toBe(refused !== null);
      if (refused) expect(wordsOf(note)).toContain(`So ${refused}`);
      expect(text().includes(asSignedWords(lock))).toBe(asSigned);
    });

  it('is said of a new service once its organisation is chosen', async () => {
    const { settle, text, type } = await open('/services/new', 'admin');
    expect(text()).not.toContain(lockWords(lock));
    type('organisation', 'dwp');
    await settle();
    expect(text()).toContain(`${lockWords(lock)} So a service that opened by then cannot be added to it.`);
  });

  it('is not said where a service opens after the quarter, and may be changed in all', async () => {
    const opened = await openPage('/services/DWP-001/change', routes, { role: 'digital_lead' });
    const later = [[/services\/[^/]+$/, serviceOf({ lock, opensOn: '2024-07-01' })]] as const;
    for (let turn = 0; turn < 12; turn++) {
      answerAll(opened.http, later);
      await opened.settle();
    }
    expect(opened.text()).not.toContain('cannot be changed here');
    expect(opened.text()).toContain(asSignedWords(lock));
  });
});
