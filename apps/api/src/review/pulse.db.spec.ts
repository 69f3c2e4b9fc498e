import type { PulseResults, Review } from '@headway/contract';
import { type Snapshot, type SnapshotPulse, packOf, whySuppressed } from '@headway/domain';
import { checkWorkbook, readWorkbook } from '@headway/workbook';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { daysAgo, newWave, published, small } from '../pulse/pulse.fixture.js';
import { type TestApp, organisation, person, testApp } from '../testing/app.js';
import { makeForm } from './forms/make-form.js';
import { documentOf } from './forms/pdf-form.js';
import { close } from './review.fixture.js';
import { closingOf } from './revisions.js';
import { Snapshots } from './snapshots.service.js';

const quarter = '2025-26-Q2';
const sentences = [
  'Impact of digital on work: 75% feel an impact (unchanged), 33% a significant one (unchanged).',
  'Services online: 14% live (3 points up on the wave before), 52% in progress (unchanged).',
  'Redesign: 11% complete (unchanged), 51% in progress (unchanged).',
  'Confidence that planned transformation will be completed: 17% very confident (unchanged), and 12% among senior civil servants.',
];
/** What is held in the texts of a workbook, or in a zip of CSV files. */
const textIn = (file: Uint8Array) =>
  Object.entries(unzipSync(file))
    .filter(([name]) => /\.(xml|json|csv)$/.test(name))
    .map(([, bytes]) => strFromU8(bytes))
    .join('\n');

describe('the pulse survey in a review', () => {
  let headway: TestApp;
  let token: string;
  const snapshotOf = async (id: string, revision?: number) => {
    const { bytes, sha256 } = await headway.app.get(Snapshots).frozen(id, revision);
    const snapshot = JSON.parse(bytes.toString()) as Snapshot;
    return { bytes, sha256, snapshot, given: { snapshot: bytes, sha256, earlier: [] } };
  };
  const ask = (path: string) => headway.ask('GET', path, { token });

  beforeEach(async () => {
    headway = await testApp();
    for (const name of ['DWP', 'HMRC', 'HMT']) await organisation(headway.source, name);
    for (const name of ['JCP', 'CSA']) await organisation(headway.source, name, 'dwp');
    token = await person(headway.source, 'digital_lead', 'hmt');
    await person(headway.source, 'oversight');
  }, 60_000);
  afterEach(() => headway.close());

  it('says exactly the sentences of the published survey, in every form', async () => {
    const { source } = headway;
    await newWave(source, [daysAgo(400), daysAgo(380)], published('before'));
    await newWave(source, [daysAgo(35), daysAgo(14)], published('now'));
    await close(source, quarter);
    const { snapshot, sha256, given } = await snapshotOf(quarter);
    const review = (await ask(`/api/quarters/${quarter}/review`)).json<Review>();
    const page = review.sections.find(({ key }) => key === 'pulse')!;
    expect(page.sentences).toEqual(jasmine.arrayContaining(sentences));
    const pdf = JSON.stringify(documentOf(packOf(snapshot, [], sha256), snapshot));
    const files = new Map([['pdf', pdf]]);
    for (const format of ['ods', 'xlsx', 'csv'] as const) {
      const bytes = await makeForm(format, given);
      files.set(format, textIn(bytes));
      if (format === 'csv') continue;
      expect(await checkWorkbook(bytes, format))
        .withContext(format)
        .toEqual([]);
      const { rows } = await readWorkbook(bytes, { sheet: 'Pulse survey' });
      const live = rows.find(([question, answer]) => question === 'Services online' && answer === 'Live')!;
      expect(live.slice(2, 6)).withContext(format).toEqual(['0.14', '3', '2.1', '0.14']);
    }
    for (const sentence of sentences)
      for (const [format, text] of files)
        expect(text.includes(sentence)).withContext(`${format}: ${sentence}`).toBeTrue();
    expect((await makeForm('pdf', given)).length).toBeGreaterThan(1_000);
  }, 60_000);

  it('holds what is published of the survey, and of suppressed groups nothing in any form', async () => {
    await newWave(headway.source, [daysAgo(35), daysAgo(14)], small);
    await close(headway.source, quarter);
    const { snapshot, sha256, given } = await snapshotOf(quarter);
    const { items } = (await ask('/api/pulse/results')).json<PulseResults>();
    const pulse: SnapshotPulse = snapshot.pulse!;
    const hidden = pulse.results.filter(({ status }) => status === 'suppressed');
    expect(hidden.length).toBeGreaterThan(0);
    for (const one of hidden) expect([one.base, one.answers, one.options]).toEqual([null, null, []]);
    for (const one of pulse.results) expect(items).toContain(one as (typeof items)[number]);

    // Nine people of the Treasury, and six of an agency, answered: no figure of them stands anywhere.
    const names = ['HMT', 'CSA'];
    const pack = packOf(snapshot, [], sha256);
    const mark = (cells: readonly unknown[]) => new Set(cells.filter((cell) => cell !== '' && cell !== null));
    for (const { name, key } of pack.tables.filter((table) => table.key.startsWith('pulse_organisation'))) {
      const zip = unzipSync(await makeForm('csv', given));
      const lines = parse(strFromU8(zip[`${key}.csv`]!), { bom: true, from_line: 2 }) as string[][];
      const shown = [lines];
      for (const format of ['ods', 'xlsx'] as const) {
        const bytes = await makeForm(format, given);
        expect(await checkWorkbook(bytes, format)).toEqual([]);
        shown.push((await readWorkbook(bytes, { sheet: name })).rows as string[][]);
        expect(textIn(bytes).includes(`[c] means ${whySuppressed}`)).toBeTrue();
      }
      for (const rows of shown)
        for (const [, , ...cells] of rows.filter(([first]) => names.includes(first!)))
          expect(mark(cells))
            .withContext(key)
            .toEqual(new Set(['[c]']));
    }
    const document = documentOf(pack, snapshot).sections.find(({ heading }) => heading === 'Pulse survey')!;
    const printed = document.blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []));
    const rows = printed.filter(([first]) => names.some((name) => String(first).endsWith(name)));
    expect(rows.length).toBeGreaterThan(0);
    expect(
      document.blocks.some(
        (block) => block.kind === 'notes' && block.items.some((item) => item.startsWith('[c] means')),
      ),
    ).toBeTrue();
    const figures = rows.filter(([, second]) => second === '[c]');
    for (const [, ...cells] of figures) expect(mark(cells)).toEqual(new Set(['[c]']));
  }, 60_000);

  it('is the last that had ended when the quarter was first closed, whatever ends afterwards', async () => {
    const { source } = headway;
    const at = (days: number) => `${daysAgo(days)}T12:00:00Z`;
    await newWave(source, [daysAgo(400), daysAgo(380)], published('before'));
    await newWave(source, [daysAgo(35), daysAgo(14)], published('now'));
    await close(source, '2024-25-Q2', { at: at(380) });
    await close(source, quarter, { at: at(13) });
    const first = await snapshotOf(quarter);
    const { wave, before } = first.snapshot.pulse!;
    expect([wave.closesOn, before!.closesOn]).toEqual([daysAgo(14), daysAgo(380)]);
    // On its last day a wave is still open.
    expect('pulse' in (await snapshotOf('2024-25-Q2')).snapshot).toBeFalse();

    await newWave(source, [daysAgo(12), daysAgo(5)], published('before'));
    await close(source, '2025-26-Q3', { at: at(1) });
    const closing = (await closingOf(source, quarter, 1))!;
    const again = (await headway.app.get(Snapshots).read(closing)).toString();
    expect(again).toBe(first.bytes.toString());
    expect((await snapshotOf('2025-26-Q3')).snapshot.pulse!.wave.closesOn).toBe(daysAgo(5));
    await close(source, quarter, { reason: 'A return came late' });
    const second = (await snapshotOf(quarter)).snapshot;
    expect([second.revision, second.pulse]).toEqual([2, first.snapshot.pulse]);
  }, 60_000);
});
