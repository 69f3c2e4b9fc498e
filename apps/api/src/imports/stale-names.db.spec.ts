import type { ImportReport } from '@headway/contract';
import { person, service } from '../testing/app.js';
import { type OpenFile, type TwoPeople, twoPeople } from './stale-file.fixture.js';

const codes = ({ problems }: ImportReport) => problems.map(({ cell, code }) => `${cell} ${code}`);
const counts = ({ created, updated, unchanged }: ImportReport) => [created, updated, unchanged];
const newer = (report: ImportReport) =>
  report.newer.map(({ reference, column, now }) => [reference, column, now]);

describe('a file whose services go by their names', () => {
  let here: TwoPeople;

  beforeEach(async () => {
    here = await twoPeople();
  }, 60_000);
  afterEach(() => here.headway.close());

  /** The rows without some columns, of the services that are chosen. */
  const without = ({ rows }: OpenFile, dropped: readonly string[], ...references: string[]) => {
    const [header, ...rest] = rows;
    const kept = [header!, ...rest.filter(([reference]) => references.includes(reference!))];
    const cells = kept.map((row) => row.filter((_, index) => !dropped.includes(header![index]!)));
    return Buffer.from(cells.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\n'));
  };
  const move = (reference: string) =>
    here.headway.source.query(
      `UPDATE service_ownership SET organisation_id = (SELECT id FROM organisation WHERE slug = 'hmt')
       WHERE service_id = (SELECT id FROM service WHERE reference = $1)`,
      [reference],
    );

  it('means a service by what it was called then', async () => {
    const file = await here.download('csv');
    await here.colleague('PATCH', '/api/services/S-1', { name: 'Renamed' });
    const report = await here.report(without(file, ['Reference'], 'S-1', 'S-2', 'S-3'), 'mode=apply');
    expect([counts(report), codes(report), newer(report)]).toEqual([
      [0, 0, 3],
      [],
      [['S-1', 'Service name', 'Renamed']],
    ]);
    expect(report.missing).toBe(0);
    expect((await here.service('S-1')).name).toBe('Renamed');
  });

  it('does not take another service for it that was given its name since', async () => {
    const file = await here.download('csv');
    await here.colleague('PATCH', '/api/services/S-1', { name: 'Renamed' });
    await here.colleague('PATCH', '/api/services/S-2', { name: 'Service S-1' });
    file.set('S-1', 'Senior responsible owner', 'Dan');
    const report = await here.report(without(file, ['Reference'], 'S-1', 'S-2'), 'mode=apply');
    expect([counts(report), codes(report)]).toEqual([[0, 1, 1], []]);
    expect(report.differences.map(({ reference }) => reference)).toEqual(['S-1']);
    expect([(await here.service('S-1')).owner, (await here.service('S-2')).owner]).toEqual(['Dan', null]);
  });

  it('without its instant adds no service where one was called so before', async () => {
    const file = await here.download('csv');
    await here.colleague('PATCH', '/api/services/S-1', { name: 'Renamed' });
    const sent = without(file, ['Reference', 'Known at'], 'S-1', 'S-2');
    const report = await here.report(sent, 'mode=check');
    expect([counts(report), codes(report)]).toEqual([[0, 0, 1], ['A2 service_renamed']]);
    expect(report.problems[0]!.message).toContain('S-1 was called this, and is Renamed now');
    expect((await here.send(sent, 'mode=apply')).statusCode).toBe(422);
  });

  it('tells of a service that moved to another organisation, and adds none in its place', async () => {
    const file = await here.download('csv');
    await move('S-1');
    const sent = without(file, ['Reference'], 'S-1', 'S-2');
    expect(codes(await here.report(sent, 'mode=check'))).toEqual(['B2 service_moved']);
  });

  it('means an organisation by what it was called then, and adds none for a name put right since', async () => {
    const { source, ask } = here.headway;
    const [admin, oversight] = [await person(source, 'admin'), await person(source, 'oversight')];
    const file = await here.download('csv');
    const headers = { 'if-match': '*' };
    const call = async (slug: string, name: string) => {
      const body = { name, abbreviation: name.toUpperCase() };
      const answer = await ask('PATCH', `/api/organisations/${slug}`, { token: admin, body, headers });
      expect(answer.statusCode).toBe(200);
    };
    await call('dwp', 'Pensions');
    for (const taken of [false, true]) {
      if (taken) await call('hmt', 'Department DWP');
      // A file without its instant is read as of now, so only while nobody else is called that.
      for (const dropped of taken ? [[], ['Reference']] : [[], ['Reference'], ['Known at']]) {
        const body = without(file, dropped, 'S-1', 'S-2', 'S-3');
        const answer = await ask('POST', '/api/imports?kind=services&mode=apply&createOrganisations=true', {
          token: oversight,
          body,
          headers: { 'content-type': 'text/csv' },
        });
        const report = answer.json() as ImportReport;
        expect([counts(report), codes(report), report.organisationsCreated])
          .withContext(`${taken} ${dropped.join()}`)
          .toEqual([[0, 0, 3], [`${dropped.includes('Reference') ? 'B' : 'C'}2 former_name`], []]);
      }
    }
  });

  it('says nothing of what services of others were called', async () => {
    await service(here.headway.source, 'HMT-1', 'hmt');
    await here.headway.source.query(`UPDATE service SET name = 'Other' WHERE reference = 'HMT-1'`);
    const body = Buffer.from('Service name,Organisation,Audience\nService HMT-1,DWP,External');
    const report = await here.report(body, 'mode=check');
    expect([counts(report), codes(report)]).toEqual([[1, 0, 0], []]);
  });
});

describe('a file that shows another day', () => {
  let here: TwoPeople;

  beforeAll(async () => {
    here = await twoPeople();
    for (const frontOffice of ['in_progress', 'live'])
      await here.colleague('POST', '/api/services/S-1/records', {
        stage: 'in_progress',
        frontOffice,
        effectiveOn: frontOffice === 'live' ? '2026-03-01' : '2025-03-01',
      });
  }, 60_000);
  afterAll(() => here.headway.close());

  for (const format of ['csv', 'ods', 'xlsx'])
    it(`is not saved over today as ${format}`, async () => {
      const { rawPayload } = await here.headway.ask('GET', `/api/services.${format}?on=2025-06-30`, {
        token: here.lead,
      });
      const report = await here.report(rawPayload, 'mode=check');
      expect(report.problems.map(({ code }) => code)).toEqual(['file_of_another_day']);
      expect(report.problems[0]!.message).toContain('shows services on 30 June 2025');
      expect((await here.send(rawPayload, 'mode=apply')).statusCode).toBe(422);
    });
});
