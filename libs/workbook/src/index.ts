export { address, columnLetters } from './addresses.js';
export type { FormulaCells } from './grid.js';
export { type Limits, defaultLimits } from './limits.js';
export { type ReadOptions, looksLikeWorkbook, readWorkbook } from './read-workbook.js';
export type { SheetRead } from './sheet-read.js';
export { WorkbookError, type WorkbookFault } from './workbook-error.js';
export type { Cell, Column, ColumnType, Sheet, Table, Workbook } from './tables.js';
export { type WorkbookFormat, workbookTypes, writeWorkbook } from './write-workbook.js';
