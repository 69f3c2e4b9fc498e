import type { ReorganisationReport, ReorganisedOrganisation } from '@headway/contract';

export const named = (slug: string, name = slug.toUpperCase()) => ({ slug, name, abbreviation: null });

export function reorganised(
  slug: string,
  change: ReorganisedOrganisation['change'],
  otherwise: Partial<ReorganisedOrganisation> = {},
): ReorganisedOrganisation {
  const { name, abbreviation } = named(slug);
  return {
    slug,
    name,
    abbreviation,
    change,
    kind: 'ministerial_department',
    parent: null,
    before: change === 'created' ? null : { name, abbreviation, parent: null },
    ...otherwise,
  };
}

/** BIS and DECC, with an agency, become BEIS. */
export function reportOf(otherwise: Partial<ReorganisationReport> = {}): ReorganisationReport {
  const parent = named('bis');
  return {
    mode: 'check',
    kind: 'merge',
    on: '2016-07-14',
    note: null,
    organisations: [
      reorganised('bis', 'ended'),
      reorganised('decc', 'ended'),
      reorganised('beis', 'created'),
      reorganised('ch', 'moved', {
        parent: named('beis'),
        before: { name: 'CH', abbreviation: null, parent },
      }),
    ],
    services: [
      { reference: 'BIS-001', name: 'Apply for a grant', from: 'bis', to: 'beis', closed: false },
      { reference: 'BIS-002', name: 'Find an apprentice', from: 'bis', to: 'beis', closed: true },
      { reference: 'DECC-001', name: 'Report emissions', from: 'decc', to: 'beis', closed: false },
    ],
    people: [
      {
        name: 'Dana Wren',
        email: 'd@headway.example',
        role: 'digital_lead',
        organisation: 'bis',
        carriedTo: ['beis'],
      },
    ],
    barriers: 2,
    fingerprint: 'f1',
    ...otherwise,
  };
}
