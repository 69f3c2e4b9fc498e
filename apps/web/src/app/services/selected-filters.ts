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
import type { FilterGroup } from '../platform/forms/filter';
import { type ListChoice, everything, listPath } from './list-choice';

/** Every filter in force, each with the address of the list without it. */
export function selectedFilters(choice: ListChoice, organisations: readonly Organisation[]): FilterGroup[] {
  const without = (change: Partial<ListChoice>) => listPath({ ...choice, ...change, page: 1 });
  const one = (heading: string, text: string | null, change: Partial<ListChoice>): FilterGroup => ({
    heading,
    items: text ? [{ text, href: without(change) }] : [],
  });
  const several = <T extends string>(
    heading: string,
    field: keyof ListChoice,
    values: readonly T[],
    text: (value: T) => string,
  ): FilterGroup => ({
    heading,
    items: values.map((value) => ({
      text: text(value),
      href: without({ [field]: values.filter((other) => other !== value) }),
    })),
  });
  const { q, on, asKnownAt, boundaries, barrier, signal, closed, audience } = choice;
  const known = asKnownAt && knownOn(asKnownAt);
  const groups = [
    one('Search', q, { q: '' }),
    // The day that it was known on is the date where there is no other, so that it goes with it.
    one('As of', on && on !== known ? formatDate(on) : null, { on: null }),
    one('As it was known on', known && formatDate(known), { asKnownAt: null, on: on === known ? null : on }),
    one('Counted under', boundaries === 'today' ? 'Departments as they are today' : null, {
      boundaries: 'then',
    }),
    several('Stage', 'stage', choice.stage, (stage) => stageLabels[stage]),
    several('Redesign', 'redesign', choice.redesign, (state) => redesignLabels[state]),
    ...offices.map((office) =>
      several(officeLabels[office], office, choice[office], (stage) => stageLabels[stage]),
    ),
    one('Held back by', barrier && barrierCategoryLabels[barrier], { barrier: null }),
    one('Asks for a look', signal && signalLabels[signal], { signal: null }),
    one('Closed services', closed ? 'Closed on the date' : null, { closed: false }),
    one('Who it is for', audience && audienceLabels[audience], { audience: null }),
    several(
      ...(['Organisation', 'organisation', choice.organisation] as const),
      (slug) => organisations.find((other) => other.slug === slug)?.name ?? slug,
    ),
  ];
  return groups.filter(({ items }) => items.length > 0);
}

/** The list with no filter, in the order it has now. */
export function clearedPath({ sort }: ListChoice): string {
  return listPath({ ...everything, sort });
}
