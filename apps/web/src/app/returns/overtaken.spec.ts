import { days, editOf, liveService } from './returns.fixture';
import { happened, nowLines, overtaken, saidLines } from './overtaken';

const theirs = {
  ...liveService,
  version: 4,
  stage: 'in_progress',
  stageSince: '2026-11-20',
  redesignUnderWay: true,
  frontOffice: 'live',
  evidenceUrl: null,
  lastRecordedAt: '2026-11-23T18:17:00Z',
  lastRecordedBy: 'Sam Oak',
} as const;

describe('services that somebody else changed', () => {
  it('are those whose version is another than was read, as far as they are known', () => {
    const edit = editOf({ answer: 'redesigned' });
    const edits = { 'DWP-001': edit, 'DWP-002': edit, 'DWP-003': edit };
    expect(overtaken(edits, { 'DWP-001': theirs, 'DWP-002': liveService })).toEqual(['DWP-001']);
  });

  it('say who recorded when, or that the stage was left alone', () => {
    const edit = editOf({ answer: 'redesigned' });
    expect(happened(theirs, edit)).toBe('By Sam Oak on 23 November 2026 at 18:17.');
    expect(happened({ ...theirs, lastRecordedAt: edit.lastRecordedAt }, edit)).toContain('its stage was not');
    expect(happened({ ...theirs, lastRecordedAt: null }, edit)).toContain('withdrawn');
  });

  it('stand beside what is said of them, in the same lines', () => {
    expect(nowLines(theirs)).toEqual([
      'In progress since 20 November 2026',
      'Redesign under way',
      'Front office: live',
    ]);
    const edit = editOf({ answer: 'redesigned', note: 'Done', backOffice: 'redesigned' });
    expect(saidLines(theirs, edit, days)).toEqual([
      'Redesigned since 23 November 2026',
      'Front office: live',
      'Back office: redesigned',
      'Note: Done',
    ]);
  });

  it('are not said to be as they were by a confirmation of what stood before', () => {
    expect(saidLines(theirs, editOf({ answer: 'confirm' }), days)).toEqual([
      'No change: kept, it confirms how the service stands now',
    ]);
  });
});
