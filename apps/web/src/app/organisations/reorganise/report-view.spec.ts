import { done, organisationChanges, servicesReceived } from './report-view';
import type { OrganisationName } from '@headway/contract';
import { named, reorganised, reportOf } from './report.fixture';

describe('the preview of a reorganisation', () => {
  it('says what happens to each organisation', () => {
    expect(organisationChanges(reportOf())).toEqual([
      { key: 'Ends', lines: ['BIS', 'DECC'] },
      { key: 'Begins', lines: ['BEIS'] },
      { key: 'Moves along', lines: ['CH becomes part of BEIS, no longer of BIS'] },
    ]);
    const organisations = [
      reorganised('mhclg', 'renamed', {
        name: 'Housing',
        abbreviation: 'H',
        before: { name: 'Levelling Up', abbreviation: null, parent: null },
      }),
    ];
    expect(organisationChanges(reportOf({ organisations }))).toEqual([
      { key: 'Is renamed', lines: ['Levelling Up becomes Housing (H)'] },
    ]);
  });

  it('says what an organisation joins or leaves', () => {
    const before = { name: 'CH', abbreviation: null, parent: named('bis') };
    const of = (parent: OrganisationName | null) =>
      organisationChanges(
        reportOf({
          kind: 'move',
          organisations: [reorganised('ch', 'moved', { parent, before }), reorganised('bis', 'continues')],
        }),
      );
    expect(of(named('beis'))[1]).toEqual({
      key: 'Moves',
      lines: ['CH becomes part of BEIS, no longer of BIS'],
    });
    expect(of(null)).toEqual([
      { key: 'Goes on', lines: ['BIS'] },
      { key: 'Moves', lines: ['CH becomes independent, no longer part of BIS'] },
    ]);
  });

  it('groups services by who receives them', () => {
    const [group, ...others] = servicesReceived(reportOf());
    expect([group!.summary, others]).toEqual(['3 services to BEIS, 1 of them closed', []]);
    expect(group!.services.map(({ reference, fromName }) => `${reference} ${fromName}`)).toEqual([
      'BIS-001 BIS',
      'BIS-002 BIS',
      'DECC-001 DECC',
    ]);
    expect(servicesReceived(reportOf({ services: [] }))).toEqual([]);
  });
});

describe('what was done', () => {
  const common = { on: '2016-07-14', note: null };
  const made = (name: string) => ({ name, abbreviation: null, kind: 'agency' as const, parent: null });
  const nothing = { services: [], organisations: [] };

  it('to a merge, and leads to who took over', () => {
    const merge = { kind: 'merge' as const, ...common, organisations: ['bis', 'decc'] };
    const told = { slug: 'beis', message: 'BIS and DECC merged into BEIS from 14 July 2016' };
    expect(done({ ...merge, into: made('BEIS') }, reportOf())).toEqual(told);
    expect(done({ ...merge, into: 'beis' }, reportOf())).toEqual(told);
  });

  it('to a rename', () => {
    const before = { name: 'Old', abbreviation: null, parent: null };
    const report = reportOf({ kind: 'rename', organisations: [reorganised('a', 'renamed', { before })] });
    const request = { kind: 'rename' as const, ...common, organisation: 'a', name: 'A', abbreviation: null };
    expect(done(request, report)).toEqual({ slug: 'a', message: 'Old is A from 14 July 2016' });
  });

  it('to a split, whether it ends or goes on', () => {
    const parts = [
      reorganised('dbt', 'created'),
      reorganised('dsit', 'continues'),
      reorganised('ch', 'moved'),
    ];
    const request = { kind: 'split' as const, ...common, organisation: 'beis', parts: [] };
    const split = (change: 'ended' | 'continues') =>
      done(request, reportOf({ kind: 'split', organisations: [...parts, reorganised('beis', change)] }));
    expect(split('ended')).toEqual({
      slug: 'beis',
      message: 'BEIS split into DBT and DSIT from 14 July 2016',
    });
    expect(split('continues').message).toBe('DBT and DSIT split off BEIS from 14 July 2016');
  });

  it('to a transfer, and leads to who received', () => {
    const organisations = [
      reorganised('a', 'continues'),
      reorganised('b', 'continues'),
      reorganised('ch', 'moved'),
    ];
    const request = { kind: 'transfer' as const, ...common, from: 'a', to: 'b', ...nothing };
    expect(done(request, reportOf({ kind: 'transfer', organisations }))).toEqual({
      slug: 'b',
      message: '3 services transferred to B from 14 July 2016',
    });
    const agencies = { ...request, organisations: ['ch'] };
    const move = { kind: 'move' as const, ...common, organisation: 'ch' };
    const moved = reportOf({ kind: 'move', organisations });
    expect(done({ ...move, parent: 'b' }, moved)).toEqual({
      slug: 'ch',
      message: 'CH is part of B from 14 July 2016',
    });
    expect(done({ ...move, parent: null }, moved).message).toBe('CH is independent from 14 July 2016');
    expect(done(agencies, reportOf({ kind: 'transfer', organisations, services: [] })).message).toBe(
      '1 organisation transferred to B from 14 July 2016',
    );
  });
});
