import { organisationOf } from '../organisations.fixture';
import { open } from '../organisations-pages.fixture';
import { reportOf } from './report.fixture';

const parent = { slug: 'a', name: 'Department A', abbreviation: 'A' };
const all = [
  ...['A', 'B', 'BIS', 'DECC'].map((one) => organisationOf(one)),
  organisationOf('AX', { parent }),
];
const serviceOf = (reference: string, slug: string) => ({
  reference,
  name: `Service ${reference}`,
  organisation: { slug },
});
const ended = [organisationOf('OLD', { existsTo: '2016-07-14' })];
const checks = '/api/organisations/reorganisations?mode=check';

describe('what is given away', () => {
  it('offers the services of the organisation on that day, and leaves out what is no longer to be seen', async () => {
    const { http, list, tick, type, date, submit, settle, main, field } = await open(
      '/departments/reorganise/transfer',
    );
    const services = async (slug: string, on: string, ...open: string[]) => {
      for (const request of http.match(
        ({ url, params }) => url === '/api/services' && params.get('on') === on,
      )) {
        const { params } = request.request;
        expect(params.get('organisation')).toBe(slug);
        const items = params.has('closed')
          ? [serviceOf('A-9', slug)]
          : open.map((one) => serviceOf(one, slug));
        if (!request.cancelled)
          request.flush({ items: [...items, serviceOf('AX-1', 'ax')], page: 1, pageSize: 200, total: 2 });
      }
      await settle();
    };
    await list(all, ended);
    expect(main().textContent).toContain('Select the organisation that gives something away first');
    await date('7', 'February', '2023');
    await type('organisation', 'a');
    await services('a', '2023-02-07', 'A-1', 'A-2');
    expect(main().textContent).toContain('Service A-9 (A-9), closed');
    expect(main().textContent).not.toContain('AX-1');
    await tick('A-1');
    await tick('A-9');
    await tick('ax');
    await type('on-day', '8');
    await services('a', '2023-02-08', 'A-2');
    await type('parts-0-into', 'b');
    await submit();
    expect(http.expectOne(checks).request.body).toEqual({
      kind: 'transfer',
      on: '2023-02-08',
      note: null,
      from: 'a',
      to: 'b',
      services: ['A-9'],
      organisations: ['ax'],
    });
    expect(field('parts-0-services')).not.toBeNull();
  });

  it('is split into as many as are wanted, and names whose role ends', async () => {
    const { http, list, tick, type, date, submit, settle, main, press, field } = await open(
      '/departments/reorganise/split?organisation=a',
    );
    await list(all, ended);
    http.match('/api/services');
    await date('7', '2', '2023');
    await tick('goes_on');
    expect(field('into')).toBeNull();
    await tick('ends');
    await type('into', 'b');
    await press('Give something to another organisation too');
    await type('parts-0-into', 'ax');
    await type('parts-1-into', '*');
    expect([...main().querySelectorAll('h2')].map(({ textContent }) => textContent!.trim())).toEqual([
      'Given away, part 1',
      'Given away, part 2',
    ]);
    await press('Remove part 1');
    await type('parts-0-into-name', 'New');
    await tick('agency');
    await submit();
    const { body } = http.expectOne(checks).request;
    expect(body.parts.map(({ into }: { into: { name?: string } }) => into.name ?? into)).toEqual([
      'b',
      'New',
    ]);
    expect(body.organisation).toBe('a');
    await settle();
  });

  it('warns of roles that end', async () => {
    const { http, list, type, date, submit, settle, main } = await open('/departments/reorganise/rename');
    await list(all, ended);
    await type('organisation', 'b');
    await date('7', '2', '2023');
    await type('name', 'X');
    await submit();
    const [person] = reportOf().people;
    http.expectOne(checks).flush(reportOf({ kind: 'rename', people: [{ ...person!, carriedTo: [] }] }));
    await settle();
    expect(main().querySelector('.govuk-warning-text')!.textContent).toContain('1 role ends.');
    expect(main().textContent).toContain('Role ends');
  });
});
