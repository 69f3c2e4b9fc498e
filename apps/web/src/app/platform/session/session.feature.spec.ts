import { problemOf } from '../problem';
import { SessionApi } from './session.actions';
import { sessionFeature } from './session.feature';

const { reducer } = sessionFeature;
const start = reducer(undefined, { type: 'start' });
const session = {
  person: { id: '3f0c8a52-54ab-4c0e-9d5c-1b2f5d3c7a10', name: 'Ada', email: 'ada@headway.example' },
  grants: [],
  demonstration: true,
};

describe('the session', () => {
  it('is signed out where the API says 401, and away where it cannot be asked', () => {
    const status = (code: 'not_signed_in' | 'unavailable') =>
      reducer(start, SessionApi.loadFailed({ problem: problemOf(code) })).status;
    expect(status('not_signed_in')).toBe('signed_out');
    expect(status('unavailable')).toBe('away');
  });

  it('keeps who it was when it ends while a page is open, so that the page stays', () => {
    const state = reducer(reducer(start, SessionApi.loaded({ session })), SessionApi.expired());
    expect(state).toEqual(jasmine.objectContaining({ session, expired: true }));
    expect(reducer(state, SessionApi.loaded({ session })).expired).toBeFalse();
  });

  it('has not ended for somebody who never had one', () => {
    expect(reducer(start, SessionApi.expired()).expired).toBeFalse();
  });
});
