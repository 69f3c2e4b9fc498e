/** The most rows that an import takes, so that no more go into a workbook either. */
export const mostImportRows = 20_000;

/** The most services that one batch records a stage of. */
export const mostInABatch = 500;
