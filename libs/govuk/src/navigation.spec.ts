import pagination from 'govuk-frontend/dist/govuk/components/pagination/fixtures.json';
import serviceNavigation from 'govuk-frontend/dist/govuk/components/service-navigation/fixtures.json';
import { pageLinks } from './page-links';
import { Pagination } from './pagination';
import { ServiceNavigation } from './service-navigation';
import { fixtureHtml, normalised } from './testing/markup';
import { render } from './testing/render';

const numbers = (page: number, pages: number) =>
  pageLinks(page, pages, String).items.map((item) => (item === 'ellipsis' ? '…' : item.number));

describe('page links', () => {
  it('leave out pages far from the first, the last and the present one', () => {
    expect(numbers(10, 40)).toEqual([1, '…', 9, 10, 11, '…', 40]);
  });

  it('show a page rather than a gap of one', () => {
    expect(numbers(4, 7)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it('have no previous on the first page and no next on the last', () => {
    expect(pageLinks(1, 2, String)).toEqual(jasmine.objectContaining({ previous: null, next: '2' }));
    expect(pageLinks(2, 2, String)).toEqual(jasmine.objectContaining({ previous: '1', next: null }));
  });
});

describe('pagination', () => {
  it('renders GOV.UK markup', async () => {
    const href = (page: number) => `/page/${page}`;
    const links = { ...pageLinks(2, 3, href), previous: '/previous', next: '/next' };
    const element = await render(Pagination, { links });
    expect(normalised(element)).toBe(normalised(fixtureHtml(pagination, 'default')));
  });

  it('renders GOV.UK markup of many pages', async () => {
    const href = (page: number) => `/page/${page}`;
    const links = { ...pageLinks(10, 40, href, 2), previous: '/previous', next: '/next' };
    const element = await render(Pagination, { links });
    expect(normalised(element)).toBe(normalised(fixtureHtml(pagination, 'with many pages')));
  });
});

describe('service navigation', () => {
  it('renders GOV.UK markup', async () => {
    const element = await render(ServiceNavigation, {
      items: [1, 2, 3, 4].map((n) => ({
        text: `Navigation item ${n}`,
        href: `#/${n}`,
        current: n === 2 ? 'page' : null,
      })),
    });
    expect(normalised(element)).toBe(
      normalised(fixtureHtml(serviceNavigation, 'with navigation with a current item')),
    );
  });
});
