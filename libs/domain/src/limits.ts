/** The most rows that an import takes, so that no more go into a workbook either. */
export const mostImportRows = 20_000;

/** The most columns that an import takes, of whatever kind of file. */
export const mostImportColumns = 512;

/** The most cells that an import takes, blank ones up to a row's last included. */
export const mostImportCells = 1_000_000;

/** The most services that one batch records a stage of. */
export const mostInABatch = 500;
