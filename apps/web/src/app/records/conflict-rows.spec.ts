import { compared, merged } from '../platform/three-way';
import { answersFor } from './answers';
import { overtakenBy, recordDetails, recordVersions } from './conflict-rows';
import { recordOf, serviceOf } from './records.fixture';

const theirs = recordOf({
  stage: 'in_progress',
  note: 'Withdrawn',
  recordedAt: '2026-11-23T18:17:00Z',
  recordedBy: 'Sam Oak',
});
const service = serviceOf({
  ...{ stage: 'in_progress', lastRecordedAt: theirs.recordedAt },
  ...{ redesignUnderWay: false, frontOffice: 'live', middleOffice: 'in_progress' },
});
const now = { service, records: [theirs, recordOf()] };
const begun = answersFor(serviceOf({ frontOffice: 'in_progress', middleOffice: 'not_started' }));
const mine = { ...begun, stage: 'redesigned', note: 'Done', middleOffice: 'live' } as const;

describe('two versions of one service', () => {
  it('stand side by side, in the order of the questions', () => {
    const rows = compared(recordDetails, recordVersions(now, mine, begun));
    expect(rows.map(({ label, theirs, mine, changedBy }) => [label, theirs, mine, changedBy])).toEqual([
      ['Stage', 'In progress', 'Redesigned', 'me'],
      ['Since', '1 May 2025', '', 'me'],
      ['Redesign under way', 'No', 'No', 'them'],
      ['Front office', 'Live', 'In progress', 'them'],
      ['Middle office', 'In progress', 'Live', 'both'],
      ['Back office', '', '', 'nobody'],
      ['Note', 'Withdrawn', 'Done', 'me'],
      ['Link to evidence', 'https://www.gov.uk/pension', '', 'me'],
    ]);
  });

  it('put back nothing that was filled in and never touched', () => {
    const { frontOffice, middleOffice, redesign, note } = merged(
      recordDetails,
      recordVersions(now, mine, begun),
    );
    expect({ frontOffice, middleOffice, redesign, note }).toEqual({
      ...{ frontOffice: 'live', middleOffice: 'live' },
      ...{ redesign: [], note: 'Done' },
    });
  });

  it('say who recorded what since, or that the stage was left alone', () => {
    const before = { lastRecordedAt: '2025-05-02T09:00:00Z' };
    expect(overtakenBy(now, before)).toBe(
      'Sam Oak recorded In progress from 1 May 2025, on 23 November 2026 at 18:17.',
    );
    expect(overtakenBy(now, { lastRecordedAt: theirs.recordedAt })).toContain('its stage was not');
  });
});
