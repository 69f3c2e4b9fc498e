import type { MadeReorganisation, WithdrawalReport } from '@headway/contract';
import { organisationOf } from '../organisations.fixture';
import { open } from '../organisations-pages.fixture';
import { changeHeading, whatChanged, whatIsUndone } from './change-words';

const named = (slug: string, name = slug.toUpperCase()) => ({ slug, name, abbreviation: null });
const id = '7c0f7c1e-6a0c-4a7c-8a43-3f1f1d1f5a10';
const made = (otherwise: Partial<MadeReorganisation> = {}): MadeReorganisation => ({
  ...{
    id,
    kind: 'merge',
    on: '2016-07-14',
    note: null,
    madeAt: '2026-11-24T14:15:00.000Z',
    madeBy: 'Alex Moss',
  },
  ...{ organisation: named('bis'), change: 'ended', services: 3, withdrawn: null, canBeWithdrawn: true },
  before: { name: 'BIS', parent: null },
  after: { name: 'BIS', parent: null },
  ...otherwise,
});
const reportOf = (otherwise: Partial<WithdrawalReport> = {}): WithdrawalReport => ({
  ...{ reorganisation: id, kind: 'merge', on: '2016-07-14', services: 1, inTheWay: [] },
  organisations: [
    { ...named('bis'), change: 'ended' },
    { ...named('beis'), change: 'created' },
    { ...named('decc'), change: 'continues' },
  ],
  ...otherwise,
});
const list = '/api/organisations/reorganisations?organisation=bis&page=1&pageSize=200';
const withdrawal = `/api/organisations/reorganisations/${id}/withdrawal`;
const page = `/departments/bis/changes/${id}/withdraw`;

describe('what a recorded change is called', () => {
  it('by its kind and date, and by what it did to the organisation', () => {
    const part = (parent: string | null) => ({ name: 'CH', parent: parent === null ? null : named(parent) });
    expect(changeHeading(made())).toBe('Merger from 14 July 2016');
    expect(
      [
        made(),
        made({ change: 'created', before: null }),
        made({ change: 'renamed', after: { name: 'BEIS', parent: null } }),
        made({ change: 'moved', before: part('bis'), after: part('beis') }),
        made({ change: 'moved', before: part(null), after: part('beis') }),
        made({ change: 'moved', before: part('bis'), after: part(null) }),
        made({ change: 'continues', services: 2 }),
        made({ change: 'continues', services: 0 }),
      ].map(whatChanged),
    ).toEqual([
      'BIS ended',
      'BIS began',
      'BIS became BEIS',
      'CH became part of BEIS, no longer of BIS',
      'CH became part of BEIS',
      'CH became independent of BIS',
      '2 services moved from or to BIS',
      'BIS went on, with other organisations below it',
    ]);
  });

  it('and what is undone with it', () => {
    expect(whatIsUndone(reportOf())).toEqual([
      'BIS goes on as if it had not ended, with the roles and open barriers it had',
      'BEIS will never have existed',
      '1 service goes back to where it was before',
    ]);
  });
});

describe('the changes of an organisation', () => {
  const opened = async (changes: readonly MadeReorganisation[], role: 'admin' | 'viewer' = 'admin') => {
    const hands = await open('/departments/bis/changes', role);
    await hands.arrived('hw-changes-page');
    hands.http.expectOne('/api/organisations/bis').flush(organisationOf('BIS'));
    hands.http.expectOne(list).flush({ items: changes, page: 1, pageSize: 200, total: changes.length });
    await hands.settle();
    return hands;
  };
  const withdrawn = { at: '2026-11-25T09:00:00.000Z', by: 'Robin Reed', reason: 'It was dropped' };

  it('are listed, and may be withdrawn by whoever may make them', async () => {
    const { text, links } = await opened([
      made({ note: 'Announced' }),
      made({ id: `${id.slice(0, -1)}1`, withdrawn }),
    ]);
    expect(text()).toContain('Merger from 14 July 2016BIS endedNote: Announced Recorded by Alex Moss');
    expect(text()).toContain('Withdrawn by Robin Reed at 9:00am on 25 November 2026: It was dropped');
    expect(links().filter((link) => link!.endsWith('/withdraw'))).toEqual([page]);
  });

  it('are only read by others, and what was made before this could be is not withdrawn', async () => {
    const viewer = await opened([made()], 'viewer');
    expect(viewer.links()).not.toContain(page);
  });

  it('may be none', async () => {
    const { text } = await opened([]);
    expect(text()).toContain('No change of it was recorded with a date.');
  });
});

describe('withdrawing a change', () => {
  const opened = async (report: WithdrawalReport) => {
    const hands = await open(page);
    await hands.arrived('hw-withdraw-page');
    hands.http.expectOne({ method: 'GET', url: withdrawal }).flush(report);
    await hands.settle();
    return hands;
  };

  it('says what is undone, and asks why', async () => {
    const { http, heading, text, submit, wrong, type, settle } = await opened(reportOf());
    expect(heading()).toBe('Withdraw this change');
    expect(text()).toContain('BEIS will never have existed');
    await submit();
    expect(wrong()).toEqual([['Enter why it is withdrawn', '#reason']]);
    await type('reason', 'It was dropped');
    await submit();
    const sent = http.expectOne({ method: 'POST', url: withdrawal });
    expect(sent.request.body).toEqual({ reason: 'It was dropped' });
    sent.flush(reportOf());
    await settle();
    http.expectOne(list);
  });

  it('says what is in the way instead', async () => {
    const { heading, text, field } = await opened(reportOf({ inTheWay: ['A-1 was transferred after it'] }));
    expect(heading()).toBe('This change cannot be withdrawn');
    expect(text()).toContain('A-1 was transferred after it');
    expect(field('reason')).toBeNull();
  });
});
