export { address, columnLetters } from './addresses.js';
export type { FormulaCells } from './grid.js';
export { type Limits, defaultLimits } from './limits.js';
export { type ReadOptions, looksLikeWorkbook, readWorkbook } from './read-workbook.js';
export type { SheetRead } from './sheet-read.js';
export { WorkbookError, type WorkbookFault } from './workbook-error.js';
export type { Cell, Column, ColumnType, Sheet, Table, Workbook } from './tables.js';
export type {
  CoverLine,
  Mark,
  Publication,
  PublishedCell,
  PublishedColumn,
  PublishedSheet,
  ValueMark,
} from './publication.js';
export { type WorkbookFormat, workbookTypes, writePublication, writeWorkbook } from './write-workbook.js';
export type { Breach } from './check/breach.js';
export { checkWorkbook } from './check/check-workbook.js';
