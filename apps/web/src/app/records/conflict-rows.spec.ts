import { answersFor, recordFrom } from './answers';
import { conflictRows, overtakenBy } from './conflict-rows';
import { recordOf, serviceOf } from './records.fixture';

const theirs = recordOf({
  stage: 'in_progress',
  note: 'Withdrawn',
  recordedAt: '2026-11-23T18:17:00Z',
  recordedBy: 'Sam Oak',
});
const now = {
  service: serviceOf({ stage: 'in_progress', lastRecordedAt: theirs.recordedAt }),
  records: [theirs, recordOf()],
};
const begun = { lastRecordedAt: '2025-05-02T09:00:00Z' };

describe('two versions of one service', () => {
  it('stand side by side, in the order of the questions', () => {
    const yours = recordFrom({ ...answersFor(serviceOf()), stage: 'redesigned', note: 'Done' }, '2026-11-23');
    const rows = conflictRows(now, yours, begun);
    expect(rows.map(({ label }) => label).slice(0, 3)).toEqual(['What happened', 'Stage', 'Since']);
    expect(rows[1]).toEqual({ label: 'Stage', theirs: 'In progress', yours: 'Redesigned' });
    expect(rows.find(({ label }) => label === 'Note')).toEqual({
      label: 'Note',
      theirs: 'Withdrawn',
      yours: 'Done',
    });
  });

  it('say who recorded what since, or that the stage was left alone', () => {
    expect(overtakenBy(now, begun)).toBe(
      'Sam Oak recorded In progress from 1 May 2025, on 23 November 2026 at 18:17.',
    );
    expect(overtakenBy(now, { lastRecordedAt: theirs.recordedAt })).toContain('its stage was not');
  });
});
