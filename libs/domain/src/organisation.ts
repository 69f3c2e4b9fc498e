export const organisationKinds = [
  'ministerial_department',
  'non_ministerial_department',
  'agency',
  'other_public_body',
] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

export const organisationKindLabels: Readonly<Record<OrganisationKind, string>> = {
  ministerial_department: 'Ministerial department',
  non_ministerial_department: 'Non-ministerial department',
  agency: 'Agency',
  other_public_body: 'Other public body',
};

/** Addresses beside those of organisations. */
const reserved = new Set(['new', 'ended', 'reorganise', 'reorganisations']);

/** The slug of a name, numbered where it is taken. */
export function freeSlug(name: string, taken: ReadonlySet<string>): string {
  const base = slugOf(name) || 'organisation';
  let slug = base;
  for (let n = 2; taken.has(slug) || reserved.has(slug); n++) slug = `${base}-${n}`;
  return slug;
}

/** The part of the address that names an organisation: its name in lower case, words joined by hyphens. */
export function slugOf(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 120)
    .replace(/-$/, '');
}
