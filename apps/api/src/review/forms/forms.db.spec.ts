import { type Snapshot, packOf } from '@headway/domain';
import { checkWorkbook, readWorkbook } from '@headway/workbook';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { type TestApp, organisation, person, testApp } from '../../testing/app.js';
import { close } from '../review.fixture.js';
import { type Frozen, Snapshots } from '../snapshots.service.js';
import { type Given, makeForm } from './make-form.js';

const formulas = [
  ...['=HYPERLINK("https://example.com","Pay")', '+44 20 7946 0000', '-1+1', '@SUM(A1:A9)', '\t=1+1'],
  ...[
    '＝1+1',
    '＋44',
    '－1',
    '＠SUM',
    "'=1+1",
    '[x]',
    '[note 1]',
    'a "quoted", name',
    '<b>&amp;',
    '🚀 launch',
  ],
  'long '.repeat(45).trim(),
];

describe('the forms of a pack', () => {
  let headway: TestApp;
  const frozen = (quarter: string) => headway.app.get(Snapshots).frozen(quarter);
  const given = ({ bytes, sha256 }: Frozen): Given => ({ snapshot: bytes, sha256, earlier: [] });

  const mustKeepToRules = async (of: Given) => {
    const { notes } = packOf(JSON.parse(Buffer.from(of.snapshot).toString()) as Snapshot, [], of.sha256);
    for (const format of ['ods', 'xlsx'] as const) {
      const bytes = await makeForm(format, of);
      // Numbered as on the page of the review.
      const { rows } = await readWorkbook(bytes, { sheet: 'Notes' });
      const texts = rows.map((row) => row.at(-1)).filter((text) => Object.values(notes).includes(text!));
      expect(texts).withContext(format).toEqual(Object.values(notes));
      expect(await checkWorkbook(bytes, format))
        .withContext(format)
        .toEqual([]);
    }
    expect((await makeForm('pdf', of)).length).toBeGreaterThan(1_000);
  };

  beforeEach(async () => {
    headway = await testApp();
    for (const role of ['admin', 'oversight'] as const) await person(headway.source, role);
  }, 60_000);
  afterEach(() => headway.close());

  it('keep to every rule where there is nothing at all', async () => {
    await close(headway.source, '2025-26-Q4');
    await mustKeepToRules(given(await frozen('2025-26-Q4')));
  }, 60_000);

  it('keep to every rule with one service and nothing recorded', async () => {
    await organisation(headway.source, 'ONE');
    await add(headway, 'A-1', 'Apply');
    await close(headway.source, '2025-26-Q4', { returns: [{ organisation: 'one', state: 'not_started' }] });
    await mustKeepToRules(given(await frozen('2025-26-Q4')));
  }, 60_000);

  it('hold what looks like a formula, and whatever else people write, as the text that it is', async () => {
    const { source } = headway;
    await organisation(source, 'ONE');
    await source.query(`UPDATE organisation SET name = $1`, [
      `=${'Department of very long names '.repeat(6)}`,
    ]);
    for (const [n, name] of formulas.entries()) {
      const id = await add(headway, `A-${n}`, name);
      const by = '(SELECT id FROM person LIMIT 1)';
      await source.query(
        `INSERT INTO stage_record (service_id, stage, effective_on, note, evidence_url, recorded_by)
         VALUES ($1, 'in_progress', '2026-01-31', $2, $2, ${by}), ($1, 'live', '2026-02-28', $2, $2, ${by})`,
        [id, name],
      );
      await source.query(
        `INSERT INTO barrier (service_id, category, description, next_action, raised_on, changed_by)
         VALUES ($1, 'skills', $2, $2, '2026-01-01', ${by})`,
        [id, name],
      );
    }
    const returns = [{ organisation: 'one', state: 'signed_off', summary: formulas.join('\n') }] as const;
    await close(source, '2025-26-Q4', { returns });
    const of = given(await frozen('2025-26-Q4'));
    await mustKeepToRules(of);

    const snapshot = JSON.parse(Buffer.from(of.snapshot).toString()) as Snapshot;
    expect(snapshot.services.map(({ name }) => name)).toEqual(jasmine.arrayWithExactContents(formulas));
    const { ['services.csv']: csv, ['csv-metadata.json']: metadata } = unzipSync(await makeForm('csv', of));
    const records = parse(strFromU8(csv!), { bom: true, columns: true }) as Record<string, string>[];
    for (const [n, name] of formulas.entries()) {
      const said = records.find(({ Reference }) => Reference === `A-${n}`)!['Service'];
      expect(said).toBe(/^'*[=+\-@\t＝＋－＠]/.test(name) ? `'${name}` : name);
    }
    const { tables } = JSON.parse(strFromU8(metadata!)) as {
      tables: { url: string; tableSchema: { columns: { titles: string }[] } }[];
    };
    const described = tables.find(({ url }) => url === 'services.csv')!.tableSchema.columns;
    expect(described.map(({ titles }) => titles)).toEqual(Object.keys(records[0]!));
    for (const format of ['ods', 'xlsx'] as const) {
      const { rows } = await readWorkbook(await makeForm(format, of), { sheet: 'Services' });
      const held = rows.map(([, name]) => name);
      // What would be taken for a mark of the workbook's own is written otherwise.
      for (const name of formulas.filter((one) => !one.startsWith('[')))
        expect(held).withContext(format).toContain(name);
    }
  }, 60_000);

  it('are the same bytes each time, with a number for every number of the pack', async () => {
    await organisation(headway.source, 'ONE');
    for (let n = 0; n < 3; n++) await add(headway, `A-${n}`, `Service ${n}`);
    await close(headway.source, '2025-26-Q4');
    const of = given(await frozen('2025-26-Q4'));
    for (const format of ['ods', 'xlsx', 'csv', 'pdf'] as const) {
      const [first, second] = [await makeForm(format, of), await makeForm(format, of)];
      expect(Buffer.from(first).equals(Buffer.from(second)))
        .withContext(format)
        .toBeTrue();
    }
    const pack = packOf(JSON.parse(Buffer.from(of.snapshot).toString()) as Snapshot, [], of.sha256);
    const table = pack.tables.find(({ key }) => key === 'organisations')!;
    const { rows } = await readWorkbook(await makeForm('ods', of), { sheet: table.name });
    expect(rows.at(-1)![3]).toBe(String(table.rows[0]!.cells[3]));
  }, 60_000);
});

async function add({ source }: TestApp, reference: string, name: string): Promise<string> {
  const [{ id }] = await source.query(
    `WITH new AS (INSERT INTO service (reference, name, audience) VALUES ($1, $2, 'external') RETURNING id),
       owned AS (INSERT INTO service_ownership (service_id, organisation_id) SELECT new.id, o.id FROM new, organisation o)
     SELECT id FROM new`,
    [reference, name],
  );
  return id as string;
}
