import { readWorkbook } from '@headway/workbook';
import { type World, awkward, savedAs, squared, summary, typeOf, world, year } from './round-trip.fixture.js';

describe('a download in which five cells were edited', () => {
  let here: World;

  beforeEach(async () => {
    here = await world();
  }, 60_000);
  afterEach(() => here.headway.close());

  const edits: [reference: string, column: string, text: string][] = [
    ['F-3', 'Service name', 'Another name'],
    ['F-4', 'Stage', 'Beta'],
    ['F-0', 'Middle office', 'Live'],
    ['F-1', 'Live by', `31/12/${year + 3}`],
    ['F-2', 'Transactions a year', '7'],
  ];

  for (const format of ['ods', 'xlsx'] as const)
    it(`as ${format} has five changed, says which, and changes them once`, async () => {
      const rows = squared((await readWorkbook((await here.download(format)).rawPayload)).rows);
      const at = (reference: string) => rows.findIndex(([first]) => first === reference);
      for (const [reference, column, text] of edits) rows[at(reference)]![rows[0]!.indexOf(column)] = text;
      const file = await savedAs(format, rows);
      const checked = await here.upload(file, typeOf(format));
      expect(summary(checked).slice(0, 4)).toEqual([0, 5, awkward.length - 5, 0]);
      const said = checked.differences.map(({ reference, row, fields }) => [
        reference,
        row,
        fields.map(({ field }) => field).join(),
      ]);
      const wanted = edits.map(([reference, column]) => [reference, at(reference) + 1, column]);
      expect(said).toEqual(jasmine.arrayWithExactContents(wanted));
      expect(checked.problems.map(({ cell, code }) => [cell, code])).toEqual([
        [`E${at('F-4') + 1}`, 'phase_read_as_in_progress'],
      ]);
      expect((await here.upload(file, typeOf(format), 'apply')).updated).toBe(5);
      expect(summary(await here.upload(file, typeOf(format), 'apply')).slice(0, 3)).toEqual([
        0,
        0,
        awkward.length,
      ]);
      const [target] = (await here.ask('/api/services/F-1/targets')).items;
      expect([target.dueOn, target.reason]).toEqual([`${year + 3}-12-31`, 'From an import']);
      const [detail] = (await here.ask('/api/services/F-0/records')).items;
      expect([
        detail.kind,
        detail.stage,
        detail.middleOffice,
        detail.backOffice,
        detail.redesignUnderWay,
      ]).toEqual(['detail', 'live', 'live', 'in_progress', true]);
      expect((await here.ask('/api/services/F-0')).stageSince).toBe('2024-03-31');
    });
});
