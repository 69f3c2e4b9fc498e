import type { Organisation } from '@headway/contract';
import { allGovernment, formatDate } from '@headway/domain';
import type { FilterGroup } from '../platform/forms/filter';
import { actionLabel } from './action-labels';
import { type AuditChoice, auditPath } from './audit-choice';

/** What the chain of all government is called, and any organisation; its slug where the name is not known yet. */
export function chainName(
  slug: string,
  organisations: readonly Pick<Organisation, 'slug' | 'name'>[],
): string {
  if (slug === allGovernment) return 'All of government';
  return organisations.find((one) => one.slug === slug)?.name ?? slug;
}

/** Every filter in force, each with the address of the trail without it. */
export function selectedFilters(choice: AuditChoice, organisations: readonly Organisation[]): FilterGroup[] {
  const without = (change: Partial<AuditChoice>) => auditPath({ ...choice, ...change, page: 1 });
  const one = (heading: string, text: string | null, change: Partial<AuditChoice>): FilterGroup => ({
    heading,
    items: text ? [{ text, href: without(change) }] : [],
  });
  const groups = [
    one('Who did it', choice.person, { person: '' }),
    one('What was done', choice.action && actionLabel(choice.action), { action: '' }),
    one('What it was done to', choice.subject, { subject: '' }),
    one('From', choice.from && formatDate(choice.from), { from: null }),
    one('To', choice.to && formatDate(choice.to), { to: null }),
    {
      heading: 'Organisation',
      items: choice.organisation.map((slug) => ({
        text: chainName(slug, organisations),
        href: without({ organisation: choice.organisation.filter((other) => other !== slug) }),
      })),
    },
  ];
  return groups.filter(({ items }) => items.length > 0);
}
