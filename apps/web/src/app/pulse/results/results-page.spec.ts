import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { pulseAnonymity, pulseMarginNote, pulseSuppressed } from '@headway/domain';
import { problemOf } from '../../platform/problem';
import { Announcer } from '../../platform/announcer';
import { closedWave, openWave, waveBefore } from '../pulse.fixture';
import { open } from '../pulse.harness';

async function shown(url = '/pulse', role: Parameters<typeof open>[1] = 'viewer') {
  const test = await open(url, role);
  await test.answerWaves();
  const asked = await test.answerResults();
  const tables = [...test.page.querySelectorAll('table')];
  return { ...test, asked, tables };
}

describe('the results of the pulse survey', () => {
  it('say in a sentence each what staff said in the last wave that closed, with how many answered', async () => {
    const { page, text } = await shown();
    const said = [...page.querySelectorAll('.hw-said li')].map((one) =>
      one.textContent.replace(/\s+/g, ' ').trim(),
    );
    expect(said.length).toBe(5);
    expect(said[0]).toBe(
      'Impact of digital on work: 100% feel an impact (unchanged), 28% a significant one (unchanged).465 people answered.',
    );
    expect(said[1]).toContain('Services online: 16% live (4 points up on the wave before)');
    expect(said[3]).toContain('very confident (unchanged), and 10% among senior civil servants.');
    expect(text()).toContain('Answers given from 1 May to 31 May 2026.');
    expect(text()).toContain(pulseMarginNote);
    expect(text()).toContain(pulseAnonymity);
    expect(TestBed.inject(Announcer).message()).toBe('All of government, 1 May to 31 May 2026');
  });

  it('ask for no more than is shown: one group first, then one question of every organisation', async () => {
    const { asked } = await shown('/pulse?question=online&audience=external');
    expect(asked).toEqual([
      `/api/pulse/results?wave=${closedWave.id}&organisation=-&audience=external`,
      ...[closedWave, waveBefore, closedWave].map(
        ({ id }) =>
          `/api/pulse/results?wave=${id}&question=online&grade=senior_civil_servant&audience=external`,
      ),
    ]);
  });

  it('show every answer of a question by grade, with base sizes and changes with their margins', async () => {
    const { rows, tables } = await shown('/pulse?question=confidence');
    const [head, base, very] = rows(tables[0]!);
    expect(head).toEqual([
      ...['Answer', 'Everyone', 'Senior civil servants', 'Grades 6 and 7', 'Other grades'],
      'Everyone: change since 31 May 2025',
    ]);
    expect(base).toEqual(['People who answered', '465', '40', '100', '325', '']);
    expect(very).toEqual([
      ...['Very confident', '18%', '10%', '16%', '20%'],
      'Unchanged, give or take 5 points: chance could explain it',
    ]);
  });

  it('show the organisations on one scale, parts beneath their whole, what is hidden as [c] with words', async () => {
    const { rows, tables, text } = await shown('/pulse?question=online');
    const organisations = rows(tables.at(-2)!);
    expect(organisations.map(([name]) => name)).toEqual([
      ...['Organisation', 'All of government', 'Department for Transport'],
      ...['of which Driver and Vehicle Licensing Agency', 'HM Treasury'],
    ]);
    const [, , transport, agency] = organisations;
    expect(agency!.slice(1)).toEqual(['[c]', '[c]', '[c]', '[c]', '[c]', '[c]']);
    expect(transport![1]).toBe('305');
    expect(text()).toContain(`[c] ${pulseSuppressed}`);
    expect(text()).toContain('“Live” goes from 13% in HM Treasury to 18% in Department for Transport.');
  });

  it('show how the answer went over the waves, each wave on its own', async () => {
    const { rows, tables } = await shown('/pulse?question=online');
    expect(rows(tables.at(-1)!)).toEqual([
      ['Organisation', 'Closed 31 May 2025', 'Closed 31 May 2026'],
      ['All of government', '12%', '16%'],
      ['Department for Transport', '11%', '18%'],
      ['HM Treasury', '13%', '13%'],
    ]);
  });

  it('put the choice into the address, and set all of government beside an organisation', async () => {
    const { answerResults, page, settle, submit, rows, text, url } = await shown('/pulse?question=impact');
    page.querySelector('details')!.open = true;
    await settle();
    const choose = (id: string, value: string) => {
      const field = page.querySelector<HTMLSelectElement>(`#${id}`)!;
      field.value = value;
      field.dispatchEvent(new Event('input'));
    };
    choose('organisation', 'hmt');
    choose('wave', waveBefore.id);
    await submit();
    expect(url()).toBe(`/pulse?wave=${waveBefore.id}&organisation=hmt`);
    // What may be chosen next stays where it is, and the focus with it.
    expect(page.querySelector('#organisation')).not.toBeNull();
    await answerResults();
    expect(page.querySelector('h2')!.textContent).toBe('HM Treasury');
    expect(text()).not.toContain('change since');
    expect(rows(page.querySelector('table')!)[0]).toEqual([
      ...[
        'Answer',
        'Everyone',
        'Senior civil servants',
        'Grades 6 and 7',
        'Other grades',
        'All of government',
      ],
    ]);
    expect(text()).toContain('One wave has closed. Changes show from the next.');
    const file = [...page.querySelectorAll<HTMLAnchorElement>('a[download]')][0]!;
    expect(file.getAttribute('href')).toBe(`/api/pulse/results.csv?wave=${waveBefore.id}&organisation=hmt`);
  });

  it('show one grade, beside everyone where there is one figure', async () => {
    const { page, tables, rows } = await shown('/pulse?grade=senior_civil_servant&question=confidence');
    expect(page.querySelector('h2')!.textContent).toBe('Senior civil servants in all of government');
    expect(page.querySelector('.hw-said')!.textContent).toContain(
      '10% very confident (unchanged), and 18% among everyone',
    );
    expect(rows(tables.at(-2)!)[1]!.slice(0, 3)).toEqual(['All of government', '40', '10%']);
  });

  it('show barriers by share, as each may name several', async () => {
    const { page, tables, rows } = await shown('/pulse?question=barriers');
    expect(page.querySelector('.hw-said')!.textContent).toContain('Barriers: named most are skills');
    expect(rows(tables.at(-2)!)[0]).toContain('Legacy technology');
    expect(page.querySelectorAll('svg[role=img]').length).toBe(3);
  });

  it('say that there are none before a wave has closed, and that one is open', async () => {
    const { answerWaves, http, page, text } = await open('/pulse', 'viewer');
    await answerWaves([openWave]);
    http.verify();
    expect(text()).toContain('There are no results yet.');
    expect(text()).toContain('A wave is open: 1 November to 15 December 2026.');
    expect(page.querySelector('a[href="/pulse/waves"]')).toBeNull();
  });

  it('offer to try again where they cannot be read', async () => {
    const { answerResults, answerWaves, http, page, settle, text } = await open('/pulse');
    await answerWaves();
    http
      .expectOne(({ url }) => url === '/api/pulse/results')
      .flush(problemOf('unavailable'), { status: 503, statusText: 'Away' });
    await settle();
    expect(text()).toContain('Headway is not available');
    page.querySelector<HTMLButtonElement>('main button')!.click();
    await settle();
    await answerWaves();
    await answerResults();
    expect(text()).toContain('All of government');
  });

  it('lead from a sentence to its question without losing the choice', async () => {
    const { page, settle } = await shown('/pulse?organisation=dft');
    page.querySelectorAll<HTMLElement>('.hw-said a')[2]!.click();
    await settle();
    expect(TestBed.inject(Router).url).toBe('/pulse?organisation=dft&question=redesign#question');
  });
});
