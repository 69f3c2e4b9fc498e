import { stackedBars, stageBar, trendLines } from '@headway/charts';
import { type PackDocument, type PackTable, chartWidth } from './pack-document.js';

const stages = [
  { key: 'not_started', label: 'Not started', colour: '#12436D' },
  { key: 'in_progress', label: 'In progress', colour: '#28A197' },
  { key: 'live', label: 'Live', colour: '#801650' },
  { key: 'redesigned', label: 'Redesigned', colour: '#F46A25' },
];
const departments = [
  'Department for Environment, Food and Rural Affairs',
  'Home Office',
  'HM Revenue and Customs',
  'Department for Work and Pensions',
  'Ministry of Justice',
  'Department for Transport',
];
const quarters = ['Q3 2025-26', 'Q4 2025-26', 'Q1 2026-27', 'Q2 2026-27'];

const overall = stageBar({
  title: 'Services by stage, all departments',
  description:
    'Of 410 services, 134 have not started, 214 are in progress, 44 are live and 18 are redesigned.',
  segments: stages.map((stage, i) => ({ ...stage, value: [134, 214, 44, 18][i]! })),
  width: chartWidth,
  unit: 'Services',
});

const byDepartment = stackedBars({
  title: 'Services by stage in each department',
  description:
    'HM Revenue and Customs has the largest share that is live or redesigned, 28%; Home Office the smallest, 6%.',
  series: stages,
  rows: departments.map((label, i) => ({
    label,
    values: [30 - i * 2, 40 + i, 8 + i * 2, i],
    text: `${8 + i * 3} of ${78 + i * 2}`,
  })),
  rowHeading: 'Organisation',
  unit: 'Services',
  width: chartWidth,
});

const overTime = trendLines({
  title: 'Share of services at each stage, by quarter',
  description: 'The share that is live or redesigned went from 12% to 15% in four quarters.',
  rowHeading: 'Quarter',
  periods: quarters,
  lines: stages.map((stage, i) => ({
    ...stage,
    values: [
      [38, 36, 34, 33],
      [50, 51, 52, 52],
      [9, 10, 10, 11],
      [3, 3, 4, 4],
    ][i]!,
  })),
  width: chartWidth,
});

const departmentTable: PackTable = {
  caption: 'Services by stage and organisation, 30 September 2026',
  columns: [
    { header: 'Organisation', type: 'text' },
    { header: 'Services', type: 'number' },
    ...stages.map(({ label }) => ({ header: label, type: 'number' as const })),
    { header: 'Live or beyond', type: 'number' },
  ],
  rows: departments.map((name, i) => [name, 78 + i * 2, 30 - i * 2, 40 + i, 8 + i * 2, i, `${10 + i * 3}%`]),
};

/** As many services as a pack of all departments has, with names as people write them. */
export function serviceTable(count: number): PackTable {
  const row = (_: unknown, i: number) => [
    `HDW-${String(i + 1).padStart(5, '0')}`,
    ['Apply for a fishing licence', 'Tell us about a change of address', 'Get proof of the right to work'][
      i % 3
    ]! + (i % 7 === 0 ? ', paper and telephone routes included' : ''),
    departments[i % departments.length]!,
    i % 2 ? 'External' : 'Internal',
    stages[i % 4]!.label,
    '1 April 2026',
    i % 3 ? '[z]' : '31 March 2027',
  ];
  return {
    caption: 'Services, 30 September 2026',
    columns: [
      { header: 'Reference', type: 'text' },
      { header: 'Service', type: 'text' },
      { header: 'Organisation', type: 'text' },
      { header: 'Audience', type: 'text' },
      { header: 'Stage', type: 'text' },
      { header: 'Since', type: 'text' },
      { header: 'Target', type: 'text' },
    ],
    rows: Array.from({ length: count }, row),
  };
}

export function entries(count: number): [string, string][] {
  return serviceTable(count).rows.map(([reference, name, , audience, stage, since]) => [
    String(name),
    `${reference}. ${stage} since ${since}. ${audience}.`,
  ]);
}

export function packOf(...blocks: PackDocument['sections'][number]['blocks']): PackDocument {
  return { ...samplePack(0), sections: [{ heading: 'Only this', level: 1, blocks }] };
}

/** A pack with every kind of block. */
export function samplePack(services: number): PackDocument {
  return {
    title: 'Progress of government services: Q2 2026-27 (July to September 2026)',
    subtitle: 'How far services have got on the way to digital, as at 30 September 2026',
    author: 'Central Digital Oversight',
    language: 'en-GB',
    publishedOn: '2026-10-28',
    facts: [
      ['Quarter', 'Q2 2026-27, July to September 2026'],
      ['Revision', '1'],
      ['Published', '28 October 2026'],
      ['Coverage', '24 of 24 organisations signed off their return'],
      ['Contact', 'digital-oversight@example.gov.uk'],
      ['SHA-256 of the data', '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'],
    ],
    sections: [
      {
        heading: 'Headline',
        level: 1,
        blocks: [
          {
            kind: 'headline',
            sentence: '62 of 410 services are live or redesigned, 15%: 3 points more than a year ago.',
          },
          {
            kind: 'figures',
            items: [
              {
                figure: '15%',
                text: 'of services are live or redesigned',
                change: 'Up 3 points since Q2 2025-26',
              },
              { figure: '52%', text: 'are in progress', change: 'No change since Q2 2025-26' },
              {
                figure: '23',
                text: 'have stalled: no move in four quarters',
                change: '5 fewer than last quarter',
              },
            ],
          },
          {
            kind: 'paragraphs',
            sentences: [
              'Among the 396 services recorded both this quarter and last, 2 points more are live or redesigned.',
              '9 services entered the list this quarter and 4 left it, which accounts for the other point.',
            ],
          },
          { kind: 'chart', chart: overall },
          { kind: 'chart', chart: overTime },
        ],
      },
      {
        heading: 'Departments',
        level: 1,
        blocks: [
          {
            kind: 'headline',
            sentence: 'Departments are at very different stages: from 6% to 28% live or redesigned.',
          },
          { kind: 'chart', chart: byDepartment },
        ],
      },
      {
        heading: 'In figures',
        level: 2,
        blocks: [
          { kind: 'table', ...departmentTable },
          {
            kind: 'notes',
            items: [
              '[x] not available. [z] not applicable. [r] revised since the last publication.',
              'Source: returns signed off by organisations.',
            ],
          },
        ],
      },
      {
        heading: 'Definitions and coverage',
        level: 1,
        blocks: [
          {
            kind: 'definitions',
            items: [
              ['Not started', 'No part of the service is online.'],
              [
                'In progress',
                'Work to bring the service online has begun, and it cannot yet be completed online.',
              ],
              ['Live', 'The whole service can be completed online by those who use it.'],
              [
                'Redesigned',
                'Live, and the office behind it has been changed to fit, front, middle and back.',
              ],
            ],
          },
        ],
      },
      {
        heading: 'Coverage',
        level: 2,
        blocks: [
          {
            kind: 'bullets',
            items: [
              '24 organisations owed a return, and 24 signed it off.',
              'Two services have no stage recorded: they are not in any share.',
            ],
          },
        ],
      },
      { heading: 'Services in a list', level: 1, blocks: [{ kind: 'entries', items: entries(services) }] },
      {
        heading: 'Services',
        level: 1,
        blocks: services > 0 ? [{ kind: 'table', ...serviceTable(services) }] : [],
      },
    ],
  };
}
