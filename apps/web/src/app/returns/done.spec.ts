import { recordOf, serviceOf } from '../services/services.fixture';
import { doneWith, tallyOf, withdrawals } from './done';

const result = {
  results: [
    { record: recordOf({ id: 'r1', kind: 'move' }), service: serviceOf({ reference: 'A-1', version: 8 }) },
    {
      record: recordOf({ id: 'r2', kind: 'confirmation' }),
      service: serviceOf({ reference: 'B-2', version: 5 }),
    },
    {
      record: recordOf({ id: 'r3', kind: 'confirmation' }),
      service: serviceOf({ reference: 'C-3', version: 2 }),
    },
  ],
};

describe('what was just recorded', () => {
  it('is told by what it came to', () => expect(tallyOf(doneWith(result))).toBe('1 moved, 2 confirmed'));

  it('is undone record by record, over the versions that recording left', () => {
    const done = { ...doneWith(result), reason: ' Wrong quarter ' };
    expect(withdrawals(done)).toEqual(
      [
        ['A-1', 8, 'r1'],
        ['B-2', 5, 'r2'],
        ['C-3', 2, 'r3'],
      ].map(([service, version, record]) => ({
        ...{ change: 'withdraw', service, version, record },
        reason: 'Wrong quarter',
      })) as never,
    );
  });

  it('leaves out what is to stay', () => {
    const done = doneWith(result);
    const rows = done.rows.map((row) => ({ ...row, spared: row.reference !== 'B-2' }));
    expect(withdrawals({ ...done, rows }).map(({ service }) => service)).toEqual(['B-2']);
    expect(tallyOf({ ...done, rows })).toBe('1 moved, 2 confirmed');
  });
});
