import fc from 'fast-check';
import { anyPublication, everything } from '../publications.fixture.js';
import { type WorkbookFormat, writePublication } from '../write-workbook.js';
import { checkWorkbook } from './check-workbook.js';

for (const format of ['ods', 'xlsx'] satisfies WorkbookFormat[])
  describe(`a publication as ${format.toUpperCase()}`, () => {
    it('keeps every rule', async () =>
      expect(await checkWorkbook(await writePublication(everything, format), format)).toEqual([]));

    it('keeps every rule, whatever it holds', async () =>
      fc.assert(
        fc.asyncProperty(anyPublication, async (publication) =>
          expect(await checkWorkbook(await writePublication(publication, format), format)).toEqual([]),
        ),
        { numRuns: 100 },
      ));
  });
