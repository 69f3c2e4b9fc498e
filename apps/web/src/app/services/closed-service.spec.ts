import { daysAfter, londonDate } from '@headway/domain';
import { openPage } from '../platform/page.harness';
import { closureOf, serviceOf } from './services.fixture';
import { servicesRoutes } from './services.routes';

const today = londonDate(new Date());
const barriers = '/api/services/DWP-001/barriers';

async function open(change: Parameters<typeof serviceOf>[0], query = '') {
  const opened = await openPage(
    `/services/DWP-001${query}`,
    [{ path: 'services', children: servicesRoutes }],
    { role: 'oversight' },
  );
  const { http, page, settle } = opened;
  const service = serviceOf({ stage: 'in_progress', ...change });
  http.match(({ url }) => url === '/api/services/DWP-001').forEach((asked) => asked.flush(service));
  await settle();
  http.match(({ url }) => url === barriers).forEach((asked) => asked.flush({ items: [] }));
  await settle();
  return {
    ...opened,
    line: () => page().querySelector('.hw-stage-line')!.textContent!.replace(/\s+/g, ' ').trim(),
  };
}

describe('the page of a service that is closed', () => {
  it('is headed by how and when it closed, not by its last stage', async () => {
    const { line, text } = await open({ closures: [closureOf({ closedOn: '2026-05-03' })] });
    expect(line()).toBe('Closed Cancelled on 3 May 2026 it was in progress from 3 May 2024');
    expect(text()).toContain('It counts nowhere, and neither do its targets and barriers.');
    expect(text()).not.toContain('Record a stage');
    expect(text()).not.toContain('Add a barrier');
  });

  it('names what it was merged into', async () => {
    const mergedInto = { reference: 'DWP-002', name: 'Renew a licence' };
    const { line, page } = await open({ closures: [closureOf({ reason: 'merged', mergedInto })] });
    expect(line()).toContain('Merged into Renew a licence on 3 May 2026');
    expect(page().querySelector('a[href="/services/DWP-002"]')).not.toBeNull();
  });

  it('still shows its stage while the closing is to come, and before it in the past', async () => {
    const coming = await open({ closures: [closureOf({ closedOn: daysAfter(today, 30) })] });
    expect(coming.line()).toBe('In progress since 3 May 2024');
    expect(coming.text()).toContain('Cancelled: closed from');
  });

  it('is at its stage again once it has reopened', async () => {
    const { line } = await open({ closures: [closureOf({ reopenedOn: '2026-06-01' })] });
    expect(line()).toBe('In progress since 3 May 2024');
  });
});
