import { problemOf } from '../platform/problem';
import { RecordsApi, RecordsPage } from './records.actions';
import { recordsFeature } from './records.feature';
import { recordOf, serviceOf } from './records.fixture';

const { reducer } = recordsFeature;
const history = { service: serviceOf(), records: [recordOf()] };
const newer = { service: serviceOf({ version: 9 }), records: [recordOf({ id: 'x' }), recordOf()] };
const loaded = reducer(
  reducer(undefined, RecordsPage.opened({ reference: 'DWP-014' })),
  RecordsApi.loaded(history),
);

describe('a record on its way in the store', () => {
  it('keeps what was first read beside what somebody did since, until that is accepted', () => {
    const overtaken = reducer(loaded, RecordsApi.overtaken(newer));
    expect(overtaken.history).toEqual(history);
    expect(overtaken.overtaken).toEqual(newer);
    const back = reducer(overtaken, RecordsPage.wentBackToAnswers());
    expect([back.history, back.overtaken]).toEqual([newer, null]);
  });

  it('remembers a refusal until the next attempt', () => {
    const problem = problemOf('rule_broken');
    expect(reducer({ ...loaded, sending: true }, RecordsApi.refused({ problem }))).toEqual(
      jasmine.objectContaining({ sending: false, refused: problem }),
    );
  });

  it('begins anew for every service', () => {
    expect(reducer(loaded, RecordsPage.opened({ reference: 'DWP-015' })).history).toBeNull();
  });
});
