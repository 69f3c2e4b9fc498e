import { counts } from './counts.fixture.js';
import { packOf } from './pack-of.js';
import type { Pack, PackTable } from './pack.js';
import { pulseCounts } from './pulse-counts.js';
import { pulseResults } from './pulse-results.js';
import { type Crowd, publishedSurvey, survey } from './pulse.fixture.js';
import { figuresOf, returnOf, snapshotOf } from './snapshot.fixture.js';
import type { Snapshot, SnapshotPulse } from './snapshot.js';

const sha256 = 'ab'.repeat(32);
const wave = { opensOn: '2026-09-01', closesOn: '2026-09-21', questionsVersion: 1 };
const yearBefore = { opensOn: '2025-09-01', closesOn: '2025-09-21', questionsVersion: 1 };

/** A wave as it is published, frozen. */
function pulseOf(now: Parameters<typeof pulseCounts>[0], before?: typeof now): SnapshotPulse {
  const parents = new Map(now.organisations.map(({ slug, parent }) => [slug, parent]));
  return {
    ...{ wave, before: before ? yearBefore : null },
    organisations: [...parents].map(([slug, parent]) => ({ slug, name: slug.toUpperCase(), parent })),
    results: pulseResults(pulseCounts(now), before ? pulseCounts(before) : null),
  };
}

const tableIn = ({ tables }: Pack, key: string): PackTable => tables.find((table) => table.key === key)!;
/** Cells by the keys of their columns, with a mark for what is not told. */
const rowIn = (pack: Pack, key: string, row: string) => {
  const { columns, rows } = tableIn(pack, key);
  const found = rows.find((one) => one.key === row)!;
  return Object.fromEntries(
    columns.map((column, n) => [column.key, found.suppressed.includes(column.key) ? '[c]' : found.cells[n]]),
  );
};
const sentencesIn = ({ sections }: Pack) => sections.find(({ key }) => key === 'pulse')?.sentences;

const published = pulseOf(publishedSurvey('now'), publishedSurvey('before'));
const snapshot: Snapshot = snapshotOf({
  figures: figuresOf(counts(10, 10, 4, 1)),
  organisations: ['dwp', 'hmrc', 'new'].map((slug) => ({
    organisation: { slug, name: slug.toUpperCase(), parent: null, abbreviation: null, kind: null },
    counts: counts(10, 10, slug === 'new' ? 0 : 5, 0),
  })),
  returns: [returnOf('DWP'), returnOf('HMRC', { confidence: null })],
  pulse: published,
});

describe('the pulse survey in a pack', () => {
  const pack = packOf(snapshot, [], sha256);

  it('says the sentences of the published survey, with when it was and how many answered', () => {
    expect(sentencesIn(pack)).toEqual([
      'Civil servants were surveyed from 1 September 2026 to 21 September 2026: the last survey to end before this quarter was closed.',
      'Changes are since the survey from 1 September 2025 to 21 September 2025.',
      '2,000 people answered each question that is shown.',
      'Impact of digital on work: 75% feel an impact (unchanged), 33% a significant one (unchanged).',
      'Services online: 14% live (3 points up on the wave before), 52% in progress (unchanged).',
      'Redesign: 11% complete (unchanged), 51% in progress (unchanged).',
      'Confidence that planned transformation will be completed: 17% very confident (unchanged), and 12% among senior civil servants.',
      'Barriers: nobody answered.',
      '5 of 25 services recorded are live or beyond, 20%; 14% of staff say that services are live: 6 points apart.',
      '1 of 25 services recorded is redesigned, 4%; 11% of staff say that redesign is complete: 7 points apart.',
    ]);
    // Above its first tables too, for the forms that have no other place for sentences.
    const lines = ['pulse', 'record_and_belief'].flatMap((key) => tableIn(pack, key).lines);
    expect(lines).toEqual([...sentencesIn(pack)!]);
  });

  it('has every answer by grade, with the change, its margin and how many people it is of', () => {
    expect(rowIn(pack, 'pulse', 'online live')).toEqual({
      ...{ question: 'Services online', answer: 'Live', everyone: 14, change: 3, margin: 2.1 },
      ...{ senior_civil_servant: 14, grade_6_or_7: 14.1, other: 14 },
    });
    expect(rowIn(pack, 'pulse_bases', 'confidence')).toEqual({
      question: 'Confidence that planned transformation will be completed',
      ...{ everyone: 2000, senior_civil_servant: 100, grade_6_or_7: 475, other: 1425 },
    });
  });

  it('compares organisations, with senior civil servants beside everyone', () => {
    expect(rowIn(pack, 'pulse_organisations', 'all of government')).toEqual({
      ...{ organisation: 'All of government', part_of: null, impact: 75, significant: 33, live: 14 },
      ...{ in_progress: 52, complete: 11, under_way: 51, very_confident: 17, senior_very_confident: 12 },
    });
    expect(rowIn(pack, 'pulse_organisation_bases', 'dwp')['senior_confidence']).toBe(50);
  });

  it('sets what leads recorded beside what staff say, where there are both', () => {
    const { rows } = tableIn(pack, 'record_and_belief');
    expect(rows.map(({ key }) => key)).toEqual(['all of government', 'dwp', 'hmrc']);
    expect(rowIn(pack, 'record_and_belief', 'dwp')).toEqual({
      ...{ organisation: 'DWP', part_of: null, recorded_live: 20, staff_live: 14, live_gap: -6 },
      ...{ recorded_redesigned: 0, staff_complete: 11.1, redesign_gap: 11.1 },
      ...{ return: 'Fairly confident', as_confident: 52 },
    });
    expect(rowIn(pack, 'record_and_belief', 'hmrc')['as_confident']).toBeNull();
    expect(rowIn(pack, 'pulse_barriers', 'skills')).toEqual({
      ...{ barrier: 'Skills', recorded: 0, named: null },
    });
  });

  it('keeps to what every table of a pack keeps to', () => {
    expect(pack.sections.flatMap(({ tables }) => tables)).toEqual(pack.tables.map(({ key }) => key));
    expect(new Set(pack.tables.map(({ name }) => name)).size).toBe(pack.tables.length);
    for (const { key, name, columns, rows, notes } of pack.tables) {
      expect(name.length).withContext(name).toBeLessThanOrEqual(31);
      for (const row of rows) expect(row.cells.length).withContext(`${key} ${row.key}`).toBe(columns.length);
      for (const note of [...notes, ...columns.flatMap((column) => column.notes)])
        expect(pack.notes[note]).withContext(note).toBeDefined();
    }
  });

  it('says of a first survey nothing of change, and of a revision when the survey had ended', () => {
    const first = packOf({ ...snapshot, revision: 2, pulse: pulseOf(publishedSurvey('now')) }, [], sha256);
    expect(tableIn(first, 'pulse').columns.map(({ key }) => key)).toEqual([
      ...['question', 'answer', 'everyone', 'senior_civil_servant', 'grade_6_or_7', 'other'],
    ]);
    expect(sentencesIn(first)![0]).toMatch(/before this quarter was first closed\.$/);
    expect(sentencesIn(first)!.join(' ')).not.toContain('the wave before');
  });

  it('is not spoken of where there is none', () => {
    const { pulse: _, ...before } = snapshot;
    const { sections, tables, notes } = packOf(before, [], sha256);
    expect(sections.map(({ key }) => String(key))).not.toContain('pulse');
    expect(tables.map(({ key }) => key).filter((key) => /pulse|belief/.test(key))).toEqual([]);
    expect(Object.keys(notes).filter((key) => key.startsWith('pulse'))).toEqual([]);
  });
});

describe('a group that is suppressed', () => {
  const hidden: Crowd = [2, 3, 4];
  const answers = { significant: { one: [30, 30, 30] as Crowd, two: hidden } };
  const of = survey({ one: [30, 30, 30], two: hidden, three: [0, 0, 0] }, { impact: answers });
  const pack = packOf({ ...snapshot, pulse: pulseOf(of) }, [], sha256);

  it('is marked in every table, and not as one in which nobody answered', () => {
    expect(rowIn(pack, 'pulse_organisations', 'two')).toEqual(
      jasmine.objectContaining({ impact: '[c]', significant: '[c]' }),
    );
    expect(rowIn(pack, 'pulse_organisation_bases', 'two')['impact']).toBe('[c]');
    expect(rowIn(pack, 'pulse_organisations', 'three')['impact']).toBeNull();
    expect(rowIn(pack, 'pulse_organisation_bases', 'three')['impact']).toBe(0);
  });
});
