import { Archive } from '../archive.js';
import { type Limits, defaultLimits } from '../limits.js';
import type { WorkbookFormat } from '../write-workbook.js';
import type { Breach, Rule } from './breach.js';
import { contentRules } from './rules-content.js';
import { documentRules } from './rules-document.js';
import { findInOds } from './find-in-ods.js';
import { findInXlsx } from './find-in-xlsx.js';
import { lookRules } from './rules-look.js';
import { structureRules } from './rules-structure.js';

/** Every rule that a publication keeps, each with its name. */
export const rules: readonly Rule[] = [...structureRules, ...contentRules, ...lookRules, ...documentRules];

/** A long table of the same marks packs to less than a thousandth, and is no attack. */
const limits: Limits = { ...defaultLimits, ratio: Infinity };

/**
 * Where the file of a publication does not keep a rule; nothing where it keeps them all. It is read as a spreadsheet
 * would read it, knowing nothing of how it was written.
 * @throws WorkbookError where it cannot be read: damage, macros, links to other files, or more rows, columns or cells than `defaultLimits`.
 */
export async function checkWorkbook(bytes: Uint8Array, format: WorkbookFormat): Promise<readonly Breach[]> {
  const archive = await Archive.open(bytes, limits);
  const file = await (format === 'ods' ? findInOds(archive, limits) : findInXlsx(archive, limits));
  return rules.flatMap(({ name, find }) => [...find(file)].map((found) => ({ rule: name, ...found })));
}
