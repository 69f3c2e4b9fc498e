import type { PulseResult, PulseResults } from '@headway/contract';
import { type Grade, type PulseMeasureId, grades, pulseResultIn, pulseTree } from '@headway/domain';
import { gradeWords } from '../pulse-words';
import type { Group } from './tables';

type Organisations = PulseResults['organisations'];

/** Everyone of an organisation and each grade beside them; then all of government, where it is not that itself. */
export function gradeGroups(
  items: readonly PulseResult[],
  measure: PulseMeasureId,
  organisation: string | null,
): Group[] {
  const own = [null, ...grades].flatMap((grade) =>
    groupOf(gradeWords(grade), grade ?? 'everyone', pulseResultIn(items, measure, organisation, grade)),
  );
  const all = pulseResultIn(items, measure);
  return organisation === null ? own : [...own, ...groupOf('All of government', 'government', all)];
}

function groupOf(label: string, key: string, result: PulseResult | null): Group[] {
  return result ? [{ key, label, level: 0, organisation: null, result }] : [];
}

/** Organisations in the order of their names, each with those below it; a level further in for each. */
export function inTree(organisations: Organisations): { one: Organisations[number]; level: number }[] {
  const bySlug = new Map(organisations.map((one) => [one.slug, one]));
  const sorted = organisations.toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'));
  const below = (node: ReturnType<typeof pulseTree>['root'], level: number) =>
    node.children.flatMap((child): { one: Organisations[number]; level: number }[] => [
      { one: bySlug.get(child.key!)!, level },
      ...below(child, level + 1),
    ]);
  return below(pulseTree(sorted).root, 0);
}

/** All of government, then every organisation, of one grade or of everyone. */
export function organisationGroups(
  { items, organisations }: PulseResults,
  measure: PulseMeasureId,
  grade: Grade | null,
): Group[] {
  const of = (organisation: string | null) => pulseResultIn(items, measure, organisation, grade);
  return [
    ...groupOf('All of government', 'government', of(null)),
    ...inTree(organisations).flatMap(({ one: { slug, name }, level }) =>
      groupOf(name, slug, of(slug)).map((group) => ({ ...group, level, organisation: slug })),
    ),
  ];
}
