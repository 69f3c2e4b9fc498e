import { serviceOf } from '../services/services.fixture';
import { changed, isConfirmation, kindFor, recordOf, rowOf } from './edits';
import { days, editOf, liveService } from './returns.fixture';

const unrecorded = serviceOf({ stage: 'not_recorded', stageSince: null });

describe('what is said of a service', () => {
  it('begins over the version that was read, and keeps it when somebody moves on', () => {
    const first = editOf({ answer: 'confirm' });
    expect([first.version, first.lastRecordedAt]).toEqual([3, '2026-08-12T09:00:00Z']);
    const moved = { ...liveService, version: 9, lastRecordedAt: '2026-11-23T08:00:00Z' };
    const next = changed(first, moved, { note: 'Half a sen' })!;
    expect([next.version, next.lastRecordedAt, next.note]).toEqual([3, '2026-08-12T09:00:00Z', 'Half a sen']);
  });

  it('is nothing once all of it is taken back', () => {
    const edit = editOf({ answer: 'redesigned', frontOffice: 'live' });
    expect(changed(edit, liveService, { answer: '' })).toEqual(
      jasmine.objectContaining({ answer: '', frontOffice: 'live' }),
    );
    expect(changed(edit, liveService, { answer: '', frontOffice: '' })).toBeNull();
    expect(
      changed(edit, liveService, { answer: '', frontOffice: '', redesignUnderWay: true }),
    ).not.toBeNull();
  });

  it('takes a detail that is put back to what it is for no change', () => {
    expect(changed(undefined, liveService, { redesignUnderWay: false })).toBeNull();
    expect(changed(undefined, liveService, { evidenceUrl: 'https://www.gov.uk/licence' })).toBeNull();
  });

  it('is a confirmation only where nothing is added to it', () => {
    expect(isConfirmation(editOf({ answer: 'confirm' }))).toBeTrue();
    expect(isConfirmation(editOf({ answer: 'confirm', note: 'Seen on a visit' }))).toBeFalse();
    expect(isConfirmation(editOf({ answer: 'live' }))).toBeFalse();
  });
});

describe('a row of the batch', () => {
  it('confirms as of the day that the return speaks of, over the version read', () => {
    expect(
      rowOf(liveService, editOf({ answer: 'confirm' }), { today: '2026-11-23', day: '2026-09-30' }),
    ).toEqual({
      change: 'confirm',
      service: 'DWP-001',
      version: 3,
      effectiveOn: '2026-09-30',
    });
  });

  it('records a stage with what stays true beside it', () => {
    const service = { ...liveService, redesignUnderWay: true, backOffice: 'in_progress' } as const;
    const edit = editOf({ answer: 'redesigned', date: '3 5 2026', note: ' Done \n' }, service);
    expect(rowOf(service, edit, days)).toEqual({
      change: 'record',
      service: 'DWP-001',
      version: 3,
      stage: 'redesigned',
      redesignUnderWay: false,
      frontOffice: null,
      middleOffice: null,
      backOffice: 'in_progress',
      effectiveOn: '2026-05-03',
      note: 'Done',
      evidenceUrl: null,
    });
  });

  it('keeps the evidence where the stage stays, also with other details; a move needs evidence of its own', () => {
    const evidence = (change: Parameters<typeof editOf>[0]) =>
      recordOf(liveService, editOf(change), days).evidenceUrl;
    expect(evidence({ frontOffice: 'redesigned' })).toBe('https://www.gov.uk/licence');
    expect(evidence({ frontOffice: 'redesigned', evidenceUrl: '' })).toBeNull();
    expect(evidence({ answer: 'redesigned' })).toBeNull();
    expect(evidence({ answer: 'redesigned', evidenceUrl: 'https://www.gov.uk/licence' })).toBe(
      'https://www.gov.uk/licence',
    );
  });

  it('leaves what is not said for the contract to refuse', () => {
    const record = recordOf(unrecorded, editOf({ note: 'New', date: 'soon' }, unrecorded), days);
    expect([record.stage as unknown, record.effectiveOn]).toEqual([null, '']);
  });

  it('is known for what it is', () => {
    const kinds = [
      kindFor(liveService, editOf({ answer: 'confirm' }), days),
      kindFor(liveService, editOf({ answer: 'live' }), days),
      kindFor(liveService, editOf({ answer: 'redesigned' }), days),
      kindFor(liveService, editOf({ answer: 'in_progress' }), days),
      kindFor(liveService, editOf({ frontOffice: 'live' }), days),
      kindFor(unrecorded, editOf({ answer: 'live' }, unrecorded), days),
    ];
    expect(kinds).toEqual(['confirmation', 'confirmation', 'move', 'went_backwards', 'detail', 'first']);
  });
});
