import { formatDate } from './calendar.js';
import { listChange, sameServicesSentence, spreadSentence } from './change-sentences.js';
import { withoutParts } from './figures.js';
import { disagreements, headlineSentences } from './pack-headline.js';
import { besideSentences, pulseSentences } from './pack-pulse-sentences.js';
import {
  barriersSentence,
  confidenceSentence,
  fallingSentence,
  movedSentence,
  returnsSentence,
  slippageSentence,
  targetsSentence,
} from './pack-sentences.js';
import type { PackSection } from './pack.js';
import {
  coverageSentence,
  headline,
  officeCoverage,
  officeSentence,
  onlineSentences,
  redesignSentences,
} from './sentences.js';
import { type Audience, audienceLabels, audiences } from './service.js';
import { signalsHeadline } from './signal-words.js';
import { type Snapshot, comparedWith } from './snapshot.js';
import { offices } from './office.js';
import { counted } from './text.js';
import { trendSentence } from './trend.js';

/** What is said of each matter, in the order in which it is read. */
export function sectionsOf(snapshot: Snapshot, revised: string): PackSection[] {
  const { figures, comparisons, trend, signals, services } = snapshot;
  const sentences: Omit<PackSection, 'tables'>[] = [
    { key: 'headline', heading: 'Headline', sentences: headlineSentences(snapshot) },
    { key: 'trend', heading: 'Trend', sentences: [trendSentence(trend), publishedSentence(snapshot)] },
    { key: 'organisations', heading: 'Organisations', sentences: [spread(snapshot)] },
    {
      key: 'audiences',
      heading: 'External and internal services, online and redesign',
      sentences: [
        ...audiences.map((one) => audienceSentence(snapshot, one)),
        ...onlineSentences(figures.online).map(({ sentence }) => sentence),
        ...redesignSentences(figures.redesign).map(({ sentence }) => sentence),
      ],
    },
    {
      key: 'offices',
      heading: 'Front, middle and back office',
      sentences: offices.flatMap((one) => [
        officeSentence(one, figures.offices[one]),
        officeCoverage(one, figures.offices[one]),
      ]),
    },
    {
      key: 'movements',
      heading: 'Movements',
      sentences: comparedWith.flatMap((when) => {
        const { comparison } = comparisons[when];
        return [
          movedSentence(comparisons[when]),
          `Since ${formatDate(comparison.with)}: ${listChange(comparison)}`,
        ];
      }),
    },
    {
      key: 'same_services',
      heading: 'The same services',
      sentences: [
        ...comparedWith.map((when) => {
          const said = sameServicesSentence(comparisons[when].comparison);
          return said && `Since ${formatDate(comparisons[when].comparison.with)}: ${said}`;
        }),
        ...disagreements(snapshot),
      ],
    },
    { key: 'signals', heading: 'Signals', sentences: [signalsHeadline(signals.total)] },
    {
      key: 'targets',
      heading: 'Targets',
      sentences: [targetsSentence(snapshot), slippageSentence(snapshot)],
    },
    { key: 'barriers', heading: 'Barriers', sentences: [barriersSentence(snapshot)] },
    {
      key: 'confidence',
      heading: 'Confidence',
      sentences: [confidenceSentence(snapshot), fallingSentence(snapshot)],
    },
    {
      key: 'pulse',
      heading: 'Pulse survey',
      sentences: [...pulseSentences(snapshot), ...besideSentences(snapshot)],
    },
    {
      key: 'returns',
      heading: 'Returns',
      sentences: [returnsSentence(snapshot), coverageSentence(figures.total)],
    },
    {
      key: 'services',
      heading: 'Services',
      sentences: [`The list has ${counted(services.length, 'service')}.`],
    },
    { key: 'revisions', heading: 'Revisions', sentences: [revised] },
  ];
  const said = snapshot.pulse ? sentences : sentences.filter(({ key }) => key !== 'pulse');
  return said.map((one) => ({
    ...one,
    sentences: one.sentences.filter(Boolean),
    tables: tablesIn[one.key],
  }));
}

const tablesIn: Readonly<Record<PackSection['key'], readonly string[]>> = {
  headline: ['headline'],
  trend: ['trend', 'organisation_trend', 'published'],
  organisations: ['organisations'],
  audiences: ['audiences', 'measures'],
  offices: ['offices'],
  movements: ['movements', 'moved'],
  same_services: ['same_services'],
  signals: ['signals', 'organisation_signals', 'signalled'],
  targets: ['targets'],
  barriers: ['barriers'],
  confidence: ['confidence'],
  pulse: [
    ...['pulse', 'pulse_bases', 'pulse_organisations', 'pulse_organisation_bases'],
    ...['record_and_belief', 'pulse_barriers'],
  ],
  returns: ['returns'],
  services: ['services'],
  revisions: ['revisions'],
};

/** "External services: 40 of the 200 services recorded are live or beyond, 20%." */
function audienceSentence({ figures }: Snapshot, audience: Audience): string {
  return `${audienceLabels[audience]} services: ${headline(figures.byAudience[audience])}`;
}

/** How far apart departments are, now and a year ago. */
function spread({ trend, organisationTrend, comparisons }: Snapshot): string {
  const on = (n: number) => ({
    on: trend[n]!.on,
    organisations: withoutParts(organisationTrend).flatMap(({ quarters }) => quarters[n] ?? []),
  });
  const then = trend.findIndex(({ quarter }) => quarter === comparisons.lastYear.quarter);
  return spreadSentence([...(then === -1 ? [] : [on(then)]), on(trend.length - 1)]);
}

/** Whether there is anything published to stand beside what is now known. */
function publishedSentence({ published }: Snapshot): string {
  const any = comparedWith.some((when) => published[when] !== null);
  return any ? '' : 'Neither the quarter before nor the same quarter last year was published.';
}
