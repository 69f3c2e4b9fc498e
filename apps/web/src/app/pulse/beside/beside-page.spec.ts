import { recordedOf, resultsOf } from '../pulse.fixture';
import { open } from '../pulse.harness';
import { besideOf } from './beside.view';

async function shown(url: string) {
  const test = await open(url, 'viewer');
  await test.answerWaves();
  const asked = await test.answerResults();
  return { ...test, asked };
}

describe('record and belief', () => {
  it('sets the share recorded as live beside the share of staff who say so, with the gap in words', async () => {
    const { page, rows, text, asked } = await shown('/pulse/record-and-belief');
    expect(asked.map((path) => path.split('?')[0]).toSorted()).toEqual([
      '/api/pulse/recorded',
      '/api/pulse/results',
    ]);
    expect(text()).toContain(
      'All of government: 10 of 25 services recorded are live or beyond, 40%; 16% of staff say that services are live: 24 points apart.',
    );
    expect(rows(page.querySelector('table')!).slice(1)).toEqual([
      ['All of government', '40% of 25', '16%', '465', '24 points apart: staff say less'],
      ['Department for Transport', '50% of 20', '18%', '305', '32 points apart: staff say less'],
      ['of which Driver and Vehicle Licensing Agency', '100% of 4', '[c]', '[c]', ''],
      ['HM Treasury', 'Nothing recorded', '13%', '160', ''],
    ]);
    expect(page.querySelectorAll('svg[role=img]').length).toBe(1);
  });

  it('sets what returns say beside how confident staff are', async () => {
    const { page, rows, text } = await shown('/pulse/record-and-belief?question=confidence&organisation=dft');
    expect(text()).toContain(
      'Department for Transport: the return says fairly confident; 19% of staff are very confident, and 65% at least as confident as the return.',
    );
    expect(rows(page.querySelector('table')!)[1]).toEqual([
      ...['Department for Transport', 'Fairly confident (Q1 2026-27)', '65%', '19%', '305'],
    ]);
    expect(rows(page.querySelector('table')!).at(-1)!.slice(0, 3)).toEqual(['HM Treasury', 'No return', '']);
  });

  it('sets barriers that are recorded beside those that staff name', async () => {
    const { page, rows, text } = await shown('/pulse/record-and-belief?question=barriers');
    expect(text()).toContain(
      'All of government: 4 open barriers are recorded, skills the most frequent (3); staff name skills most',
    );
    expect(rows(page.querySelector('table')!)[1]!.slice(0, 3)).toEqual(['Skills', '3', '75%']);
  });

  it('names no kind of barrier as the most frequent where several are', () => {
    const both = { results: resultsOf({ question: ['barriers'] }), recorded: recordedOf() };
    const sentence = (openBarriers: Record<string, number>) => {
      const items = [{ ...both.recorded.items[0]!, openBarriers }];
      return besideOf('barriers', { ...both, recorded: { ...both.recorded, items } }, null, null)!.sentence;
    };
    expect(sentence({ skills: 2, funding: 2 })).toContain(
      '4 open barriers are recorded, no kind more frequent than the others; staff name',
    );
    expect(sentence({ funding: 1 })).toContain('1 open barrier is recorded: funding; staff name');
    expect(sentence({})).toContain('no open barrier is recorded; staff name');
  });

  it('is of organisations that the person may see, the first where all of government is not', () => {
    const both = { results: resultsOf({ question: ['redesign'] }), recorded: recordedOf() };
    const own = { ...both, recorded: { ...both.recorded, items: both.recorded.items.slice(1, 3) } };
    const beside = besideOf('redesign', own, null, null)!;
    expect(beside.table.rows.map(({ label }) => label)).toEqual([
      ...['Department for Transport', 'Driver and Vehicle Licensing Agency'],
    ]);
    expect(beside.sentence).toContain('2 of 20 services recorded are redesigned, 10%');
    expect(besideOf('online', { ...both, recorded: { ...both.recorded, items: [] } }, null, null)).toBeNull();
  });
});
