import { type Quarter, type Stage, formatDate, stageLabels } from '../../libs/domain/dist/index.js';
import { randomFor } from './random.ts';
import type { DemonstrationReturn, WrittenService } from './types.ts';

/** Why an organisation is not asked. */
export const excusals: Readonly<Record<string, string>> = {
  'scotland-office': 'Two services, both reviewed with the director in May. It will return again next year.',
  'office-of-the-leader-of-the-house-of-commons':
    'Has no digital lead. Its services are looked after by the Cabinet Office.',
  'office-of-the-leader-of-the-house-of-lords':
    'Has no digital lead. Its services are looked after by the Cabinet Office.',
};

const quiet: readonly string[] = [
  'No service changed stage. Work continued as planned.',
  'Nothing moved. Two roles are still being recruited for.',
  'No change of stage. Funding for the next phase was agreed.',
  'No service changed stage. The team was lent to another programme over the summer.',
];

/** What a lead would say of a quarter: which services moved, and when. */
export function summaryOf(services: readonly WrittenService[], { id, from, to }: Quarter): string {
  const moves = services.flatMap(({ name, records, corrections }) => {
    const wrong = new Set(corrections.map(({ record }) => record));
    const right = records.filter((record) => !wrong.has(record.id));
    return right.flatMap((record, n) => {
      const moved = right[n - 1] !== undefined && right[n - 1]!.stage !== record.stage;
      return moved && record.effectiveOn >= from && record.effectiveOn <= to ? [{ name, ...record }] : [];
    });
  });
  const first = services[0]?.reference ?? '';
  if (moves.length === 0) return randomFor(`words of ${first} for ${id}`).pick(quiet);
  const said = moves
    .slice(0, 3)
    .map(({ name, stage, effectiveOn }) => `“${name}” ${happened[stage]} on ${formatDate(effectiveOn)}.`);
  const more = moves.length - said.length;
  return [...said, ...(more > 0 ? [`${more} more moved; see the list.`] : [])].join(' ');
}

const happened: Readonly<Record<Stage, string>> = {
  not_started: 'went back to the start',
  in_progress: 'began',
  live: 'went live',
  redesigned: 'was redesigned',
};

/** What oversight asks about: a service that is said to be far on without evidence, and the whole. */
export function requestedChanges(
  services: readonly WrittenService[],
  at: string,
  by: string,
): DemonstrationReturn['messages'] {
  const claimed = services.find(({ records }) => {
    const last = records.at(-1);
    return last && (last.stage === 'live' || last.stage === 'redesigned') && last.evidenceUrl === null;
  });
  const service = claimed ?? services[0]!;
  const { stage } = service.records.at(-1)!;
  return [
    {
      ...{ at, by, service: service.reference },
      text: `You say that this is ${stageLabels[stage].toLowerCase()}, and there is no evidence yet. Please add the assessment, or check the stage.`,
    },
    {
      ...{ at, by, service: null },
      text: 'Please say in a sentence or two what held up the services that have been in progress for over a year.',
    },
  ];
}
