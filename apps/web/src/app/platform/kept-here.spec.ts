import { TestBed } from '@angular/core/testing';
import { daysAfter, londonDate } from '@headway/domain';
import { forgetTheRest } from './draft-names';
import { KeptHere, draftName } from './kept-here';

describe('drafts', () => {
  const name = draftName('return', 'ada', '2026-27-Q3');
  const today = londonDate(new Date());
  const clear = () => {
    localStorage.clear();
    sessionStorage.clear();
  };
  beforeEach(clear);
  afterEach(clear);

  it('carry the person in their names, and are read as they were kept', () => {
    const here = TestBed.inject(KeptHere);
    here.keep(name, { note: 'Half a sen' });
    expect(name).toBe('headway.return.ada.2026-27-Q3');
    expect(here.read<object>(name)).toEqual({ note: 'Half a sen' });
    expect(here.read(draftName('return', 'bob', '2026-27-Q3'))).toBeNull();
  });

  it('say how many there are and until when, in this tab too', () => {
    const here = TestBed.inject(KeptHere);
    here.keep(name, { note: 'a' });
    here.keep(draftName('record', 'ada', 'DWP-001'), { note: 'b' }, 'tab');
    expect(here.drafts()).toEqual({ count: 2, until: daysAfter(today, 14) });
    here.forgetDrafts();
    expect(here.drafts()).toEqual({ count: 0, until: null });
    expect(localStorage.length + sessionStorage.length).toBe(0);
  });

  it('go by themselves after two weeks', () => {
    localStorage.setItem(name, JSON.stringify({ note: 'a', keptUntil: daysAfter(today, -1) }));
    localStorage.setItem(`${name}.b`, JSON.stringify({ note: 'a', keptUntil: today }));
    TestBed.inject(KeptHere);
    expect(Object.keys(localStorage)).toEqual([`${name}.b`]);
  });

  it('alone stay behind at a sign-out', () => {
    sessionStorage.setItem('headway.survey.abc', '{}');
    sessionStorage.setItem('headway.sent.1-2', 'key');
    const here = TestBed.inject(KeptHere);
    here.keep(draftName('record', 'ada', 'DWP-001'), { note: 'b' }, 'tab');
    forgetTheRest(sessionStorage);
    expect(Object.keys(sessionStorage)).toEqual(['headway.record.ada.DWP-001']);
  });
});
