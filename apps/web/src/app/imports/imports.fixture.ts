import type { ImportReport } from '@headway/contract';

export function reportOf(changes: Partial<ImportReport> = {}): ImportReport {
  return {
    importId: '0199d0aa-0000-7000-8000-00000000000a',
    mode: 'check',
    rows: 412,
    created: 3,
    updated: 12,
    unchanged: 397,
    organisationsCreated: [],
    problems: [
      {
        row: 7,
        column: 'Stage',
        severity: 'warning',
        code: 'read_as',
        message: 'Beta is read as in progress',
      },
      {
        row: 9,
        column: 'Audience',
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
    ...changes,
  };
}
