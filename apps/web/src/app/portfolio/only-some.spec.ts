import type { HttpTestingController } from '@angular/common/http/testing';
import { portfolioOf } from './portfolio.fixture';
import { asked, open, unfold } from './portfolio.harness';

const organisation = (slug: string, name: string) => ({ slug, name });

/** Answers everybody who asks for organisations: for those there are, and for those that have ended. */
function answer(http: HttpTestingController): void {
  for (const request of http.match(({ url }) => url === '/api/organisations')) {
    const ended = request.request.params.has('ended');
    const items = ended
      ? [organisation('beis', 'Department for Business'), organisation('decc', 'Department of Energy')]
      : [organisation('ho', 'Home Office')];
    request.flush({ items, page: 1, pageSize: 200, total: items.length });
  }
}

async function only(query: string) {
  const opened = await open(`/portfolio?${query}`);
  opened.http.expectOne(asked(`/api/portfolio?${query}`)).flush(portfolioOf());
  for (let turn = 0; turn < 100 && !opened.page.querySelector('hw-only-some'); turn++) await opened.settle();
  answer(opened.http);
  await opened.settle();
  const words = opened.page.querySelector('hw-only-some p')!.textContent!;
  return { ...opened, words: words.replace(/\s+/g, ' ').trim() };
}

describe('whose services are shown', () => {
  it('names an organisation that has ended, and keeps it ticked', async () => {
    const { http, page, settle, words } = await only('on=2023-01-31&organisation=beis&organisation=ho');
    expect(words).toBe('Only Department for Business and Home Office. Show all services');
    await unfold(page, settle);
    answer(http);
    await settle();
    const boxes = [...page.querySelectorAll<HTMLInputElement>('input[name=organisation]')];
    expect(boxes.map(({ value, checked }) => [value, checked])).toEqual([
      ['ho', true],
      ['beis', true],
    ]);
  });

  it('says where there is no such organisation', async () => {
    expect((await only('organisation=xyz')).words).toContain('Only xyz (there is no such organisation).');
  });
});
