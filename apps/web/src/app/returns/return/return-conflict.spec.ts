import { TestBed } from '@angular/core/testing';
import { wordsOf } from '../../platform/page.harness';
import { problemOf } from '../../platform/problem';
import { home, openPage, returnOf } from './return.fixture';

const refused = (status: number) => ({ status, statusText: 'x' });

describe('a return that changes while it is answered', () => {
  beforeEach(() => localStorage.clear());
  afterEach(() => localStorage.clear());

  it('shows both versions where somebody was quicker, and saves over theirs where that is chosen', async () => {
    const { type, press, sent, answer, settle, text } = await openPage(home, returnOf());
    await type('summary', 'Mine');
    await press('Save and come back later');
    sent('PUT').flush(problemOf('changed_since_read'), refused(412));
    await answer(returnOf({ state: 'draft', summary: 'Theirs', version: 5 }));
    expect(text()).toContain('Somebody changed this while you were typing');
    expect(text()).toContain('Theirs');
    await press('Save what I typed');
    const again = sent('PUT');
    expect(again.request.headers.get('If-Match')).toBe('"5"');
    expect((again.request.body as { summary: string }).summary).toBe('Mine');
    again.flush(returnOf({ state: 'draft', summary: 'Mine', version: 6 }));
    await settle();
    expect(text()).toContain('Saved.');
  });

  it('saves over theirs only what the person has changed, and shows no more than that as theirs', async () => {
    const { type, press, sent, answer, page } = await openPage(home, returnOf());
    await type('summary', 'Mine');
    await press('Save and come back later');
    sent('PUT').flush(problemOf('changed_since_read'), refused(412));
    const said = { confidence: 'not_at_all_confident', reviewed: true } as const;
    await answer(returnOf({ state: 'draft', version: 5, ...said }));
    const cells = [...page().querySelectorAll('tbody tr')].map((row) => [...row.children].map(wordsOf));
    expect(cells).toEqual([
      ['Nothing else has changed', 'No', 'Not changed', 'No'],
      ['Confidence', 'Not at all confident', 'Not changed', 'Not at all confident'],
      ['What changed, in words', 'None', 'Mine (different)', 'Mine'],
      ['Barriers and targets reviewed', 'Yes', 'Not changed', 'Yes'],
    ]);
    await press('Save what I typed');
    expect(sent('PUT').request.body).toEqual({
      ...{ restUnchanged: false, summary: 'Mine', summaryDrafted: false },
      ...said,
    });
  });

  it('asks nothing where only the version is another', async () => {
    const { type, press, sent, answer } = await openPage(home, returnOf());
    await type('summary', 'Mine');
    await press('Save and come back later');
    sent('PUT').flush(problemOf('changed_since_read'), refused(412));
    await answer(returnOf({ version: 5, confidence: 'fairly_confident' }));
    expect(sent('PUT').request.headers.get('If-Match')).toBe('"5"');
  });

  it('leaves what is typed while a draft is saving, and keeps it', async () => {
    const { type, tick, press, sent, settle, field, text } = await openPage(home, returnOf());
    await type('summary', 'Two went');
    await press('Save and come back later');
    const request = sent('PUT');
    await type('summary', 'Two went live');
    await tick('reviewed');
    request.flush(
      returnOf({ state: 'draft', confidence: 'very_confident', summary: 'Two went', version: 2 }),
    );
    await settle();
    expect(field('summary').value).toBe('Two went live');
    expect(field('reviewed').checked).toBeTrue();
    expect(field('confidence').checked).toBeTrue();
    expect(text()).toContain('What you typed is kept on this computer until you save it');
    const kept = JSON.parse(localStorage.getItem('headway.answers.ada.2024-25-Q1.dwp')!);
    expect([kept.version, kept.saved.summary, kept.answers.summary]).toEqual([
      2,
      'Two went',
      'Two went live',
    ]);
    await press('Save and come back later');
    expect(sent('PUT').request.headers.get('If-Match')).toBe('"2"');
  });

  it('has the focus on its heading once both versions are off the page', async () => {
    for (const choice of ['Go back to what I typed', 'Discard what I typed']) {
      const { type, press, sent, answer, field, page } = await openPage(home, returnOf());
      await type('summary', 'Mine');
      await press('Save and come back later');
      sent('PUT').flush(problemOf('changed_since_read'), refused(412));
      await answer(returnOf({ state: 'draft', summary: 'Theirs', version: 5 }));
      await press(choice);
      expect(document.activeElement).toBe(page().querySelector('h1'));
      expect(wordsOf(document.activeElement!)).toContain('Return for');
      expect(field('summary').value).toBe(choice.startsWith('Go') ? 'Mine' : 'Theirs');
      TestBed.resetTestingModule();
      localStorage.clear();
    }
  });
});
