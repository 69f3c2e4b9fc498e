import { type MailText, newsText, reminderText } from './mail.js';
import { quarterOf } from './quarter.js';

const about = {
  quarter: quarterOf('2026-27-Q3')!,
  dueOn: '2027-01-28',
  organisation: 'HM Treasury',
  url: 'https://headway.example/quarters/2026-27-Q3/returns/hm-treasury',
};
const paragraphs = ({ body }: MailText) => body.split('\n\n');

describe('a reminder', () => {
  it('to a lead on opening says what is asked for, by when and where', () => {
    const text = reminderText(about, 'quarter_opened', 'not_started', '2027-01-04');
    expect(text.subject).toBe('HM Treasury: return for Q3 2026-27, due on 28 January 2027');
    expect(paragraphs(text)).toEqual([
      'HM Treasury has a return to make for Q3 2026-27 (October to December 2026). It needs to be submitted by 28 January 2027.',
      'Check the stage of each service, say how confident you are, and submit the return:',
      about.url,
      'If nothing has changed, you can say so for all services at once.',
      'You get this email because you are a digital lead of HM Treasury in Headway.',
    ]);
  });

  const subjects = [
    ['due_soon', 'draft', '2027-01-21', 'reminder of the return for Q3 2026-27, due on 28 January 2027'],
    ['due_today', 'draft', '2027-01-28', 'reminder of the return for Q3 2026-27, due today, 28 January 2027'],
    ['overdue', 'not_started', '2027-01-29', 'overdue return for Q3 2026-27, due on 28 January 2027'],
    ['reminder', 'not_started', '2027-01-29', 'overdue return for Q3 2026-27, due on 28 January 2027'],
    ['due_soon', 'submitted', '2027-01-21', 'sign off the return for Q3 2026-27, due on 28 January 2027'],
  ] as const;
  for (const [kind, state, today, subject] of subjects)
    it(`${kind} of a return that is ${state} has the subject "${subject}"`, () =>
      expect(reminderText(about, kind, state, today).subject).toBe(`HM Treasury: ${subject}`));

  const firsts = [
    ['not_started', '2027-01-28', 'It needs to be submitted today, 28 January 2027.'],
    [
      'not_started',
      '2027-01-29',
      'It was due on 28 January 2027, and is 1 working day late. It still needs to be submitted.',
    ],
    [
      'not_started',
      '2027-02-05',
      'It was due on 28 January 2027, and is 6 working days late. It still needs to be submitted.',
    ],
    ['submitted', '2027-01-21', 'It needs to be signed off by 28 January 2027.'],
  ] as const;
  for (const [state, today, sentence] of firsts)
    it(`of a return that is ${state} says on ${today}: ${sentence}`, () =>
      expect(paragraphs(reminderText(about, 'reminder', state, today))[0]).toContain(sentence));

  it('counts no days late over a weekend', () =>
    expect(reminderText({ ...about, dueOn: '2027-01-30' }, 'reminder', 'draft', '2027-01-31').body).toContain(
      'It was due on 30 January 2027. It still',
    ));

  it('says how far the return has come', () => {
    const said = (state: 'not_started' | 'draft' | 'changes_requested') =>
      paragraphs(reminderText(about, 'due_soon', state, '2027-01-21'))[1];
    expect(said('draft')).toBe('It has been started, but not submitted.');
    expect(said('changes_requested')).toBe('Changes have been requested since it was last submitted.');
    expect(said('not_started')).toMatch(/^Check the stage/);
  });

  it('asks approvers to sign off', () => {
    const text = paragraphs(reminderText(about, 'due_today', 'submitted', '2027-01-28'));
    expect(text[1]).toBe('Read it, then sign it off or request changes:');
    expect(text.at(-1)).toContain('you are an approver of HM Treasury');
  });
});

describe('news of a return', () => {
  const table = [
    ['submitted', 'sign off the return', 'Ada Lead has submitted the return of HM Treasury', 'an approver'],
    [
      'changes_requested',
      'changes requested to the return',
      'Ada Lead has requested changes to the return of HM Treasury',
      'a digital lead',
    ],
    [
      'signed_off',
      'signed off: the return',
      'Ada Lead has signed off the return of HM Treasury',
      'a digital lead',
    ],
  ] as const;
  for (const [news, subject, first, role] of table)
    it(`that it was ${news} tells ${role} who did it, where and by when`, () => {
      const text = newsText(about, news, 'Ada Lead', '2027-01-21');
      expect(text.subject).toBe(`HM Treasury: ${subject} for Q3 2026-27, due on 28 January 2027`);
      expect(text.body).toContain(first);
      expect(paragraphs(text)).toContain(about.url);
      expect(text.body).toContain(`you are ${role} of HM Treasury`);
    });
});
