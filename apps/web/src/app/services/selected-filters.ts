import type { Organisation } from '@headway/contract';
import {
  audienceLabels,
  barrierCategoryLabels,
  formatDate,
  knownOn,
  officeLabels,
  offices,
  redesignLabels,
  signalLabels,
  stageLabels,
} from '@headway/domain';
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
      heading: 'As it was known on',
      items: choice.asKnownAt
        ? [{ text: formatDate(knownOn(choice.asKnownAt)), href: without({ asKnownAt: null }) }]
        : [],
    },
    {
      heading: 'Counted under',
      items:
        choice.boundaries === 'today'
          ? [{ text: 'Departments as they are today', href: without({ boundaries: 'then' }) }]
          : [],
    },
    {
      heading: 'Stage',
      items: choice.stage.map((stage) => ({
        text: stageLabels[stage],
        href: without({ stage: choice.stage.filter((one) => one !== stage) }),
      })),
    },
    {
      heading: 'Redesign',
      items: choice.redesign.map((state) => ({
        text: redesignLabels[state],
        href: without({ redesign: choice.redesign.filter((one) => one !== state) }),
      })),
    },
    ...offices.map((office) => ({
      heading: officeLabels[office],
      items: choice[office].map((stage) => ({
        text: stageLabels[stage],
        href: without({ [office]: choice[office].filter((one) => one !== stage) }),
      })),
    })),
    {
      heading: 'Held back by',
      items: choice.barrier
        ? [{ text: barrierCategoryLabels[choice.barrier], href: without({ barrier: null }) }]
        : [],
    },
    {
      heading: 'Asks for a look',
      items: choice.signal ? [{ text: signalLabels[choice.signal], href: without({ signal: null }) }] : [],
    },
    {
      heading: 'Closed services',
      items: choice.closed ? [{ text: 'Closed on the date', href: without({ closed: false }) }] : [],
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
