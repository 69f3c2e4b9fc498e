import type { Organisation } from '@headway/contract';
import { audienceLabels, formatDate, stageLabels } from '@headway/domain';
import { type ListChoice, everything, listPath } from './list-choice';

export interface FilterGroup {
  readonly heading: string;
  readonly items: readonly { text: string; href: string }[];
}

/** Every filter in force, each with the address of the list without it. */
export function selectedFilters(choice: ListChoice, organisations: readonly Organisation[]): FilterGroup[] {
  const without = (change: Partial<ListChoice>) => listPath({ ...choice, ...change, page: 1 });
  const name = (slug: string) => organisations.find((one) => one.slug === slug)?.name ?? slug;
  const groups: FilterGroup[] = [
    { heading: 'Search', items: choice.q ? [{ text: choice.q, href: without({ q: '' }) }] : [] },
    {
      heading: 'As of',
      items: choice.on ? [{ text: formatDate(choice.on), href: without({ on: null }) }] : [],
    },
    {
      heading: 'Stage',
      items: choice.stage.map((stage) => ({
        text: stageLabels[stage],
        href: without({ stage: choice.stage.filter((one) => one !== stage) }),
      })),
    },
    {
      heading: 'Who it is for',
      items: choice.audience
        ? [{ text: audienceLabels[choice.audience], href: without({ audience: null }) }]
        : [],
    },
    {
      heading: 'Organisation',
      items: choice.organisation.map((slug) => ({
        text: name(slug),
        href: without({ organisation: choice.organisation.filter((one) => one !== slug) }),
      })),
    },
  ];
  return groups.filter(({ items }) => items.length > 0);
}

/** The list with no filter, in the order it has now. */
export function clearedPath({ sort }: ListChoice): string {
  return listPath({ ...everything, sort });
}
