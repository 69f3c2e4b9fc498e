import { problemOf } from '../platform/problem';
import { recordOf, serviceOf } from '../services/services.fixture';
import { rowOf } from './edits';
import { nothing } from './kept';
import { ReturnsApi, ReturnsPage } from './returns.actions';
import { type ReturnsState, returnsFeature } from './returns.feature';
import { days, editOf } from './returns.fixture';

const { reducer } = returnsFeature;
const place = { person: 'ada', quarter: '2026-27-Q3' };
const services = ['A-1', 'B-2', 'C-3'].map((reference) => serviceOf({ reference, version: 3 }));
const [a, b] = services;

function after(...actions: Parameters<typeof reducer>[1][]): ReturnsState {
  return actions.reduce(reducer, undefined as ReturnsState | undefined)!;
}
const open = [
  ReturnsPage.opened(place),
  ReturnsApi.restored({ kept: nothing }),
  ReturnsApi.loaded({ services }),
];
const say = (...references: string[]) => ReturnsPage.edited({ references, change: { answer: 'redesigned' } });
const rows = [a!, b!].map((service) => rowOf(service, editOf({ answer: 'redesigned' }, service), days));
const attempt = { of: JSON.stringify(rows), key: 'k' };
const sent = [...open, say('A-1', 'B-2', 'C-3'), ReturnsPage.sent({ rows, attempt })];
const recorded = ReturnsApi.recorded({
  result: {
    results: [a!, b!].map((service, index) => ({
      record: recordOf({ id: `r${index}` }),
      service: { ...service, stage: 'redesigned' as const, version: 4 },
    })),
  },
});

describe('a return in the store', () => {
  it('is one person’s and one quarter’s: another begins with nothing', () => {
    const state = after(...open, say('A-1'), ReturnsPage.opened({ ...place, person: 'bob' }));
    expect([state.edits, state.order, state.restored]).toEqual([{}, null, false]);
    expect(Object.keys(after(...open, say('A-1'), ReturnsPage.opened(place)).edits)).toEqual(['A-1']);
  });

  it('takes what was kept once: from then on what is in memory is newer', () => {
    const kept = { ...nothing, edits: { 'A-1': editOf({ answer: 'confirm' }) } };
    expect(after(...open, ReturnsApi.restored({ kept })).edits).toEqual({});
    expect(after(ReturnsPage.opened(place), ReturnsApi.restored({ kept })).edits).toBe(kept.edits);
    expect(after(...open, ReturnsApi.keptElsewhere({ kept })).edits).toBe(kept.edits);
  });

  it('writes nothing before what was kept has been read', () => {
    const keptOf = (state: ReturnsState) => returnsFeature.selectKept({ returns: state });
    expect(keptOf(after(ReturnsPage.opened(place)))).toBeNull();
    expect(keptOf(after(...open))!.place).toEqual(place);
  });

  it('keeps what is said over a change of the service, so that both can be seen', () => {
    const theirs = { ...a!, version: 9, stage: 'in_progress' as const };
    const state = after(...open, say('A-1'), ReturnsApi.loaded({ services: [theirs, b!] }));
    expect(state.services['A-1']!.stage).toBe('in_progress');
    expect([state.edits['A-1']!.version, state.edits['A-1']!.answer]).toEqual([3, 'redesigned']);
  });

  it('does not let an earlier answer undo a later one', () => {
    const state = after(...sent, recorded, ReturnsApi.loaded({ services }));
    expect(state.services['A-1']!.version).toBe(4);
  });

  it('keeps a table that could not be asked for anew', () => {
    const problem = problemOf('unavailable');
    expect(after(...open, ReturnsApi.loadFailed({ problem })).problem).toBeNull();
    expect(after(ReturnsPage.opened(place), ReturnsApi.loadFailed({ problem })).problem).toBe(problem);
  });

  it('sets aside what is said of services that went elsewhere, until it is left out', () => {
    const state = after(...open, say('A-1', 'B-2'), ReturnsApi.loaded({ services: [b!] }));
    expect([state.lost, Object.keys(state.edits)]).toEqual([['A-1'], ['A-1', 'B-2']]);
    const without = reducer(state, ReturnsPage.lostLeftOut());
    expect([without.lost, Object.keys(without.edits)]).toEqual([[], ['B-2']]);
  });
});

describe('a batch in the store', () => {
  it('takes what was sent off the list once recorded, and remembers it for an undo', () => {
    const state = after(...sent, recorded);
    expect(Object.keys(state.edits)).toEqual(['C-3']);
    expect([state.sending, state.attempt]).toEqual([false, null]);
    expect(state.done!.rows.map(({ reference, record, version }) => [reference, record, version])).toEqual([
      ['A-1', 'r0', 4],
      ['B-2', 'r1', 4],
    ]);
  });

  it('keeps its key where nobody knows whether it was recorded, and only there', () => {
    const attemptAfter = (code: Parameters<typeof problemOf>[0]) =>
      after(...sent, ReturnsApi.refused({ problem: problemOf(code), rows })).attempt;
    for (const code of ['unavailable', 'unexpected', 'not_signed_in', 'request_in_flight'] as const)
      expect(attemptAfter(code)).withContext(code).toBe(attempt);
    for (const code of ['changed_since_read', 'rule_broken', 'not_found', 'not_allowed'] as const)
      expect(attemptAfter(code)).withContext(code).toBeNull();
  });

  it('shows how overtaken services stand, and settles each as chosen, the others untouched', () => {
    const theirs = { ...a!, version: 9, lastRecordedAt: '2026-11-23T09:00:00Z' };
    const problem = { ...problemOf('changed_since_read'), conflicts: [{ row: 0, service: theirs }] };
    const state = after(...sent, ReturnsApi.refused({ problem, rows }));
    expect(state.services['A-1']!.version).toBe(9);
    const mine = reducer(state, ReturnsPage.settled({ mine: ['A-1'], theirs: [] }));
    expect([mine.edits['A-1']!.version, mine.edits['A-1']!.answer]).toEqual([9, 'redesigned']);
    expect(mine.edits['B-2']).toBe(state.edits['B-2']);
    const left = reducer(state, ReturnsPage.settled({ mine: [], theirs: ['A-1'] }));
    expect(Object.keys(left.edits)).toEqual(['B-2', 'C-3']);
  });

  it('says what is wrong with which row, and whose are no longer the person’s', () => {
    const errors = [{ pointer: '/records/1/note', code: 'note_required', message: 'Enter a reason' }];
    const broken = after(
      ...sent,
      ReturnsApi.refused({ problem: { ...problemOf('rule_broken'), errors }, rows }),
    );
    expect(broken.wrong).toEqual([{ reference: 'B-2', field: 'note', message: 'Enter a reason' }]);
    const gone = [{ pointer: '/records/0/service', code: 'not_allowed', message: 'No longer' }];
    const refused = ReturnsApi.refused({ problem: { ...problemOf('not_allowed'), errors: gone }, rows });
    const lost = after(...sent, refused);
    expect(lost.lost).toEqual(['A-1']);
    expect(returnsFeature.selectList({ returns: lost })!.map(({ reference }) => reference)).toEqual([
      'B-2',
      'C-3',
    ]);
    // A refresh that does not know better does not bring it back.
    expect(reducer(lost, ReturnsApi.loaded({ services })).lost).toEqual(['A-1']);
  });
});

describe('an undo in the store', () => {
  const undo = [{ change: 'withdraw' as const, service: 'A-1', version: 4, record: 'r0', reason: 'x' }];
  const undoing = [...sent, recorded, ReturnsPage.undone({ rows: undo, attempt })];

  it('is done once, and what was recorded stays known', () => {
    const state = after(...undoing, ReturnsApi.withdrawn({ result: { results: [] } }));
    expect([state.done!.withdrawn, state.done!.rows.length]).toEqual([true, 2]);
  });

  it('leaves recorded what somebody chose to leave, and withdraws the rest over what came since', () => {
    const theirs = { ...a!, version: 9 };
    const problem = { ...problemOf('changed_since_read'), conflicts: [{ row: 0, service: theirs }] };
    const state = after(...undoing, ReturnsApi.refused({ problem, rows: undo }));
    const settle = (mine: string[], theirs: string[]) =>
      reducer(state, ReturnsPage.undoSettled({ mine, theirs })).done!.rows.map(({ version, spared }) => [
        version,
        spared,
      ]);
    expect(settle(['A-1'], [])).toEqual([
      [9, false],
      [4, false],
    ]);
    expect(settle([], ['A-1'])).toEqual([
      [4, true],
      [4, false],
    ]);
  });

  it('leaves out what cannot be undone any more, without touching the table', () => {
    const errors = [{ pointer: '/records/0/record', code: 'corrected_already', message: 'Already' }];
    const problem = { ...problemOf('wrong_state'), errors };
    const state = after(...undoing, ReturnsApi.refused({ problem, rows: undo }));
    expect([state.stuck, state.lost, state.wrong]).toEqual([['A-1'], [], []]);
    const left = reducer(state, ReturnsPage.stuckLeftOut());
    expect([left.stuck, left.done!.rows.map(({ spared }) => spared)]).toEqual([[], [true, false]]);
  });
});
