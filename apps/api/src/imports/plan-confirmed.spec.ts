import type { StageRecord } from '@headway/domain';
import { row, service } from './imports.fixture.js';
import { planRow } from './plan.js';
import type { ReadRow } from './read-rows.js';

const notStarted: StageRecord = {
  ...{ sequence: 1, stage: 'not_started', effectiveOn: '2024-01-01', redesignUnderWay: false },
  ...{ frontOffice: null, middleOffice: null, backOffice: null, note: null, evidenceUrl: null },
};

describe('a row that speaks against what somebody confirmed', () => {
  const dana = { id: 'c1', confirmedOn: '2025-11-30', recordedBy: 'Dana Wren' };
  const contradictions = (read: Partial<ReadRow>) => {
    const said: string[][] = [];
    const known = service({ records: [notStarted], confirmations: [dana] });
    planRow(row(read), 'Department ONE', known, '2025-12-01', (severity, column, code, message) => {
      if (code === 'contradicts_confirmation') said.push([severity, String(column), message]);
    });
    return said;
  };
  it('is told with who gave it, at its cell, and counts', () => {
    const told = contradictions({ stage: 'in_progress', stageReachedOn: '2025-11-20' });
    expect(told.map(([severity, column]) => [severity, column])).toEqual([['warning', 'stageReachedOn']]);
    expect(told[0]![2]).toContain(
      'Dana Wren confirmed that “Not started” was still right on 30 November 2025',
    );
    expect(contradictions({ stage: 'in_progress', stageReachedOn: '2025-12-01' })).toEqual([]);
  });
});
