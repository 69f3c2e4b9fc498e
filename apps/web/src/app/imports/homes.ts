import type { Session } from '@headway/contract';
import { type Role, policies } from '@headway/domain';
import type { SelectOption } from '@headway/govuk';

/** For whom a choice of columns can be kept: an organisation by its slug, or all of government. */
export interface Home {
  readonly slug: string | null;
  readonly name: string;
}

const importers: readonly Role[] = policies.importServices;

/** Those of the person's own roles, by name; one role over all of government goes before the rest. */
export function homesOf(session: Session | null): Home[] {
  const grants = session?.grants.filter(({ role }) => importers.includes(role)) ?? [];
  if (grants.some(({ organisation }) => organisation === null))
    return [{ slug: null, name: 'all of government' }];
  const bySlug = new Map(
    grants.flatMap(({ organisation }) =>
      organisation ? [[organisation.slug, organisation.name] as const] : [],
    ),
  );
  return [...bySlug]
    .map(([slug, name]) => ({ slug, name }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'));
}

export function homeOptions(homes: readonly Home[]): SelectOption[] {
  return homes.map(({ slug, name }) => ({ value: slug ?? '', text: name }));
}
