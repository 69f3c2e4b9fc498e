import { type Role, daysAfter, formatDate, londonDate } from '@headway/domain';
import { routes } from './app.routes';
import { barrierOf } from './barriers/barriers.fixture';
import { answerAll } from './forms.walk.fixture';
import { openPage, wordsOf } from './platform/page.harness';
import { closureOf, recordOf, serviceOf } from './services/services.fixture';

const today = londonDate(new Date());
const tomorrow = daysAfter(today, 1);
const resolved = barrierOf({ resolvedOn: '2026-05-01' });
type Kind = 'closed' | 'merged' | 'not open yet' | 'closing' | 'open';
const target = { stage: 'live', firstDueOn: '2027-03-31', dueOn: '2027-06-30', slippage: 91 } as const;

const kinds: Readonly<Record<Kind, Parameters<typeof serviceOf>[0]>> = {
  closed: { closures: [closureOf()] },
  merged: {
    closures: [closureOf({ reason: 'merged', mergedInto: { reference: 'DWP-002', name: 'Renew' } })],
  },
  'not open yet': { opensOn: tomorrow, stage: 'not_recorded', stageSince: null },
  closing: { closures: [closureOf({ closedOn: tomorrow })] },
  open: {},
};

const closedOn = 'closed on 3 May 2026';
const opensOn = `The service opens on ${formatDate(tomorrow)}`;
const noPermission = 'You do not have permission';

/** Every page that offers what the API is sure to refuse of such a service, and the words in place of the offer. */
const refused: readonly (readonly [kind: Kind, page: string, role: Role, words: string])[] = [
  ...(['closed', 'merged'] as const).flatMap((kind) => [
    [kind, '/services/X/confirm', 'digital_lead', closedOn] as const,
    [kind, '/services/X/close', 'oversight', 'It is closed from 3 May 2026 already'] as const,
    [kind, '/services/X/targets/live', 'digital_lead', closedOn] as const,
    [kind, '/services/X/targets/live/give-up', 'digital_lead', closedOn] as const,
    [kind, '/services/X/barriers/new', 'digital_lead', closedOn] as const,
    [kind, `/barriers/${resolved.id}/reopen`, 'digital_lead', closedOn] as const,
  ]),
  ['not open yet', '/services/X/record/stage', 'digital_lead', opensOn],
  ['not open yet', '/services/X/confirm', 'digital_lead', opensOn],
  ['not open yet', '/services/X/barriers/new', 'digital_lead', opensOn],
  ['open', '/services/X/reopen', 'oversight', 'It is not closed'],
];

/** Every page that changes a service or what belongs to it. */
const changing: readonly (readonly [page: string, role: Role])[] = [
  ...(['record/stage', 'confirm', 'change', 'targets/live', 'barriers/new'] as const).map(
    (page) => [`/services/X/${page}`, 'digital_lead'] as const,
  ),
  [`/services/X/records/${recordOf().id}/correct`, 'digital_lead'],
  ...(['change', 'resolve', 'reopen'] as const).map(
    (page) => [`/barriers/${resolved.id}/${page}`, 'digital_lead'] as const,
  ),
];

async function open(url: string, kind: Kind, who: Parameters<typeof openPage>[2]) {
  const opened = await openPage(url, routes, who);
  const service = serviceOf({ reference: 'X', targets: [target], ...kinds[kind] });
  const answers = [
    [/services\/[^/]+$/, service],
    [/services\/X\/barriers$/, { items: [resolved] }],
    [/barriers\/[^/]+$/, resolved],
  ] as const;
  for (let turn = 0; turn < 12; turn++) {
    answerAll(opened.http, answers);
    await opened.settle();
  }
  return opened;
}

describe('what the API is sure to refuse', () => {
  for (const [kind, url, role, words] of refused)
    it(`is not offered of a service that is ${kind}: ${url}`, async () => {
      const { page, text } = await open(url, kind, { role });
      expect(text()).toContain(words);
      expect(page().querySelector('main form, main .govuk-button')).toBeNull();
    });

  for (const [url, role] of changing)
    it(`is not offered of another organisation's service: ${url}`, async () => {
      const { page, text } = await open(url, 'open', { role, organisations: [crypto.randomUUID()] });
      expect(text()).toContain(noPermission);
      expect(page().querySelector('main form')).toBeNull();
    });

  for (const kind of ['closed', 'merged', 'not open yet'] as const)
    it(`is not led to from the page of a service that is ${kind}`, async () => {
      const { links, page } = await open('/services/X', kind, { role: 'oversight' });
      expect(page().querySelector('h1')).not.toBeNull();
      const ways = links().filter((href) => refused.some(([of, to]) => of === kind && href === to));
      expect(ways).toEqual([]);
      expect(links().filter((href) => /record$|confirm$|barriers\/new$/.test(href ?? ''))).toEqual([]);
    });

  it('is not offered to whoever only reads', async () => {
    const { links, page } = await open('/services/X', 'open', { role: 'viewer' });
    expect(wordsOf(page())).toContain('Apply for a licence');
    const ways = /\/(record|confirm|change|close|reopen|transfer|correct|resolve|new)$|\/targets\//;
    expect(links().filter((href) => ways.test(href ?? ''))).toEqual([]);
  });

  it('is offered again where only its closing is still to come', async () => {
    const { links } = await open('/services/X', 'closing', { role: 'digital_lead' });
    expect(links()).toContain('/services/X/record');
  });
});
