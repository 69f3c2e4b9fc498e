import type { ImportHeading, ImportReport } from '@headway/contract';

export function reportOf(changes: Partial<ImportReport> = {}): ImportReport {
  const report: Omit<ImportReport, 'problemCounts'> = {
    importId: '0199d0aa-0000-7000-8000-00000000000a',
    mode: 'check',
    rows: 412,
    created: 3,
    updated: 12,
    unchanged: 397,
    missing: 0,
    organisationsCreated: [],
    headings: (['name', 'organisation', 'audience'] as const).map((column, index) =>
      heading({ letter: 'ABC'[index]!, heading: column, column, by: 'name' }),
    ),
    problems: [
      {
        row: 7,
        column: 'Stage',
        cell: 'E7',
        severity: 'warning',
        code: 'read_as',
        message: 'Beta is read as in progress',
      },
      {
        row: 9,
        column: 'Audience',
        cell: 'D9',
        severity: 'error',
        code: 'not_known',
        message: 'Audience must be external or internal',
      },
    ],
    differences: [
      {
        row: 2,
        reference: 'DWP-014',
        name: 'Apply for a pension',
        change: 'updated',
        fields: [{ field: 'Stage', before: 'In progress', after: 'Live' }],
      },
    ],
    missingServices: [],
    newer: [],
    newerCount: 0,
    knownAt: { from: null, to: null, rowsWithout: 0 },
    ...changes,
  };
  const count = (of: string) => report.problems.filter(({ severity }) => severity === of).length;
  return { problemCounts: { error: count('error'), warning: count('warning') }, ...report };
}

export function heading(changes: Partial<ImportHeading> = {}): ImportHeading {
  return {
    heading: 'Heading',
    letter: 'A',
    samples: [],
    column: null,
    by: null,
    suggestion: null,
    ...changes,
  };
}
