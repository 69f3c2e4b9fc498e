import type { PulseRecorded, PulseResults, PulseResultsQuery, PulseWave } from '@headway/contract';
import {
  type Counts,
  type Grade,
  type PulseQuestionId,
  type PulseTally,
  type PulseWaveState,
  noCounts,
  pulseCounts,
  pulseRespondents,
  pulseResults,
} from '@headway/domain';

export const waves = [
  waveOf('open', '2026-11-01', '2026-12-15'),
  waveOf('closed', '2026-05-01', '2026-05-31'),
  waveOf('closed', '2025-05-01', '2025-05-31'),
] as const;
export const [openWave, closedWave, waveBefore] = waves;

function waveOf(state: PulseWaveState, opensOn: string, closesOn: string): PulseWave {
  const id = `${closesOn.slice(0, 4)}0000-0000-4000-8000-00000000${closesOn.slice(5, 7)}00`;
  return { id, opensOn, closesOn, questionsVersion: 1, state };
}

export const listOf = (items: readonly object[]) => ({ items, page: 1, pageSize: 200, total: items.length });

/** Transport with an agency too small to be shown, and the Treasury. */
export const organisations: PulseResults['organisations'] = [
  { slug: 'dft', name: 'Department for Transport', abbreviation: 'DfT', parent: null },
  { slug: 'dvla', name: 'Driver and Vehicle Licensing Agency', abbreviation: 'DVLA', parent: 'dft' },
  { slug: 'hmt', name: 'HM Treasury', abbreviation: null, parent: null },
];

/**
 * Of each grade: so many of an organisation chose the option. Every option is chosen in more than one, or grades
 * would not be shown.
 */
type Crowds = Readonly<
  Record<string, readonly [option: string, senior: number, six: number, other: number][]>
>;

/** Too few of the agency's people to be shown, in every question. */
const few = (option: string): Crowds => ({ dvla: [[option, 0, 0, 5]] });
const online = (live: number): Crowds => ({
  dft: [
    ['live', 2, 8, live],
    ['in_progress', 8, 32, 100],
    ['not_started', 10, 20, 120 - live],
  ],
  ...few('live'),
  hmt: [
    ['live', 4, 6, 10],
    ['in_progress', 12, 24, 60],
    ['not_started', 4, 10, 30],
  ],
});
const redesign: Crowds = {
  ...few('in_progress'),
  dft: [
    ['complete', 2, 6, 20],
    ['in_progress', 18, 54, 200],
  ],
  hmt: [
    ['complete', 2, 4, 10],
    ['in_progress', 18, 36, 90],
  ],
};
const answers = (now: boolean): Readonly<Record<PulseQuestionId, Crowds>> => ({
  impact: {
    ...few('some'),
    dft: [
      ['significant', 12, 20, 60],
      ['some', 8, 40, 160],
    ],
    hmt: [
      ['significant', 5, 10, 25],
      ['some', 15, 30, 75],
    ],
  },
  external_online: online(now ? 40 : 20),
  internal_online: online(now ? 40 : 20),
  external_redesign: redesign,
  internal_redesign: redesign,
  confidence: {
    ...few('very_confident'),
    dft: [
      ['very_confident', 2, 10, 40],
      ['fairly_confident', 10, 30, 100],
      ['not_very_confident', 8, 20, 80],
    ],
    hmt: [
      ['very_confident', 2, 6, 20],
      ['fairly_confident', 10, 20, 60],
      ['not_very_confident', 8, 14, 20],
    ],
  },
  barriers: {
    ...few('skills'),
    dft: [
      ['skills', 12, 30, 120],
      ['legacy_technology', 8, 30, 100],
    ],
    hmt: [
      ['skills', 10, 20, 50],
      ['legacy_technology', 10, 20, 50],
    ],
  },
});

const grades: readonly Grade[] = ['senior_civil_servant', 'grade_6_or_7', 'other'];

function countsOf(now: boolean) {
  const options = Object.entries(answers(now)).flatMap(([id, crowds]) =>
    Object.entries(crowds).flatMap(([organisation, chose]) =>
      chose.flatMap(([option, ...people]) =>
        grades.map((grade, n) => ({
          ...{ organisation, grade, people: people[n]!, option },
          question: id as PulseQuestionId,
        })),
      ),
    ),
  );
  const answered = options.map(({ option: _, ...one }) => one);
  const respondents: PulseTally[] = answered
    .filter(({ question }) => question === 'external_online')
    .map(({ question: _, ...one }) => one);
  return pulseCounts({ organisations, version: 1, tallies: { respondents, answered, options } });
}

/** What the API answers to a query, by the domain's own rules. */
export function resultsOf(query: Partial<PulseResultsQuery> = {}): PulseResults {
  const first = query.wave === waveBefore.id;
  const { organisation, grade, audience, question } = query;
  const counts = countsOf(!first);
  return {
    wave: first ? waveBefore : closedWave,
    before: first ? null : waveBefore,
    responses: pulseRespondents(counts, null),
    organisations,
    items: pulseResults(counts, first ? null : countsOf(false), {
      ...(organisation ? { organisations: [null, ...organisation] } : {}),
      ...(grade ? { grades: [null, ...grade] } : {}),
      ...(audience ? { audience } : {}),
      ...(question ? { topics: question } : {}),
    }) as PulseResults['items'],
  };
}

export function counts(some: Partial<Counts>): Counts {
  const all = { ...noCounts(), ...some };
  return {
    ...all,
    services: all.not_started + all.in_progress + all.live + all.redesigned + all.not_recorded,
  };
}

const item = (
  organisation: string | null,
  total: Counts,
  more: Partial<PulseRecorded['items'][number]> = {},
) => ({
  ...{ organisation, total, confidence: null, openBarriers: {} },
  byAudience: { external: total, internal: noCounts() },
  ...more,
});

export function recordedOf(): PulseRecorded {
  const transport = counts({ in_progress: 10, live: 8, redesigned: 2, not_recorded: 3 });
  return {
    wave: closedWave,
    items: [
      item(null, counts({ in_progress: 15, live: 8, redesigned: 2 }), {
        openBarriers: { skills: 3, funding: 1 },
      }),
      item('dft', transport, {
        confidence: { quarter: '2026-27-Q1', confidence: 'fairly_confident' },
        openBarriers: { skills: 3 },
      }),
      item('dvla', counts({ live: 4 })),
      item('hmt', counts({ not_recorded: 5 })),
    ],
  };
}
