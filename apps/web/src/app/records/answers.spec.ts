import { answersFor, recordFrom, sameAgain } from './answers';
import { wrongWith } from './check';
import { recordOf, serviceOf } from './records.fixture';

const today = '2026-11-23';
const context = { service: serviceOf(), records: [recordOf()], today };
const said = {
  ...answersFor(serviceOf()),
  stage: 'redesigned',
  date: { day: '3', month: 'May', year: '2026' },
} as const;
const messages = (answers: Parameters<typeof wrongWith>[0]) =>
  wrongWith(answers, context).map(({ target, message }) => `${target}: ${message}`);

describe('answers on the way to a record', () => {
  it('begin with what stays true: offices and the redesign mark, but no stage and no date', () => {
    expect(answersFor(serviceOf())).toEqual(
      jasmine.objectContaining({ stage: '', redesign: ['yes'], frontOffice: 'live', middleOffice: '' }),
    );
  });

  it('become the record that is sent', () => {
    expect(recordFrom({ ...said, note: ' Done \n', evidenceUrl: ' ' }, today)).toEqual({
      stage: 'redesigned',
      redesignUnderWay: false,
      frontOffice: 'live',
      middleOffice: null,
      backOffice: null,
      effectiveOn: '2026-05-03',
      note: 'Done',
      evidenceUrl: null,
    });
  });

  it('are all right, or say what is wrong and where', () => {
    expect(messages(said)).toEqual([]);
    expect(messages({ ...said, stage: '', date: { day: '', month: '', year: '' } })).toEqual([
      'effectiveOn-day: Enter the date the service reached this stage',
      'stage: Select the stage of the service',
    ]);
    expect(messages({ ...said, date: { day: '3', month: '', year: '2026' } })).toEqual([
      'effectiveOn-month: The date the service reached this stage must include a month',
    ]);
    expect(messages({ ...said, evidenceUrl: 'here' })).toEqual([
      'evidenceUrl: Link to evidence must be a web address, like https://www.gov.uk/example',
    ]);
  });

  it('need a reason where the service goes back, judged on the date given', () => {
    expect(messages({ ...said, stage: 'in_progress' })).toEqual([
      'note: Enter a reason why the service went back',
    ]);
    const before = { day: '1', month: '4', year: '2025' };
    expect(messages({ ...said, stage: 'in_progress', date: before })).toEqual([]);
  });

  it('are refused from before the service opened', () => {
    expect(messages({ ...said, date: { day: '1', month: '1', year: '2019' } })[0]).toContain(
      'after the date it opened',
    );
  });
});

describe('a confirmation', () => {
  it('says again today what is in force, without the note that told why', () => {
    expect(sameAgain(recordOf(), today)).toEqual({
      stage: 'live',
      redesignUnderWay: true,
      frontOffice: 'live',
      middleOffice: null,
      backOffice: null,
      evidenceUrl: 'https://www.gov.uk/pension',
      effectiveOn: today,
      note: null,
    });
  });
});
