import type { Session } from '@headway/contract';
import type { Role } from '@headway/domain';
import { homesOf } from './homes';

const grant = (role: Role, slug: string | null) => ({
  role,
  organisation: slug === null ? null : { slug, name: slug.toUpperCase(), abbreviation: null },
  organisations: slug === null ? ('all' as const) : [],
});
const homes = (...grants: Session['grants']) =>
  homesOf({ person: { id: 'p', name: 'A', email: 'a@b' }, grants, demonstration: false }).map(
    ({ name }) => name,
  );

describe('for whom columns are remembered', () => {
  it('are the organisations of the person’s roles to import, by name', () =>
    expect(
      homes(grant('digital_lead', 'hmt'), grant('approver', 'mod'), grant('digital_lead', 'dwp')),
    ).toEqual(['DWP', 'HMT']));

  it('is all of government for those who work for it', () =>
    expect(homes(grant('digital_lead', 'hmt'), grant('oversight', null))).toEqual(['all of government']));

  it('is nobody where the person may not import', () => {
    expect(homes(grant('viewer', null))).toEqual([]);
    expect(homesOf(null)).toEqual([]);
  });
});
