import {
  pulseAnswersBroken,
  pulseCounts,
  pulseResult,
  pulseSentence,
  pulseTallies,
  pulseWaveState,
} from '../../libs/domain/dist/index.js';
import { someDays } from './days.fixture.ts';
import { organisations as present } from './departments.ts';
import { demonstration } from './demonstration.ts';
import type { DemonstrationWave } from './types.ts';

for (const today of someDays)
  describe(`the pulse survey of the demonstration of ${today}`, () => {
    const { pulse, audit } = demonstration(today);
    const counted = ({ answers }: DemonstrationWave) =>
      pulseCounts({ organisations: present, version: 1, tallies: pulseTallies(answers) });

    it('has two waves a year apart that have closed, and one that is open', () => {
      expect(pulse.map((wave) => pulseWaveState(wave, today))).toEqual(['closed', 'closed', 'open']);
      expect(audit.filter(({ action }) => action === 'pulse.made')).toHaveSize(3);
    });

    it('was answered by 1,500 to 3,000 people each, on days of the wave that have come', () => {
      for (const { answers, opensOn, closesOn } of pulse) {
        expect(answers.length).toBeGreaterThanOrEqual(1500);
        expect(answers.length).toBeLessThan(3000);
        for (const one of answers) {
          expect(pulseAnswersBroken(one, 1)).toBeNull();
          expect(one.onDate >= opensOn && one.onDate <= closesOn && one.onDate <= today).toBeTrue();
        }
      }
    });

    it('says what the published survey says', () => {
      const [before, now] = pulse.slice(0, 2).map(counted);
      const of = (measure: 'online' | 'redesign' | 'impact' | 'confidence', seniors = false) =>
        pulseResult(now!, before!, measure, null, seniors ? 'senior_civil_servant' : null);
      expect(pulseSentence(of('online'))).toBe(
        'Services online: 14% live (3 points up on the wave before), 52% in progress (unchanged).',
      );
      expect(pulseSentence(of('redesign'))).toMatch(/^Redesign: 11% complete .* 51% in progress /);
      expect(pulseSentence(of('impact'))).toMatch(/: 75% feel an impact .* 33% a significant one /);
      expect(pulseSentence(of('confidence'), of('confidence', true))).toMatch(
        /: 17% very confident .*, and 12% among senior civil servants\.$/,
      );
    });

    it('shows most departments, each with shares of its own, some by grade, and none that is small', () => {
      const now = counted(pulse[1]!);
      const results = present.map(({ slug }) => pulseResult(now, null, 'confidence', slug));
      const shown = results.filter(({ status }) => status === 'shown');
      expect(shown.length).toBeGreaterThan(15);
      expect(results.filter(({ status }) => status === 'suppressed').length).toBeGreaterThan(3);
      const shares = shown.map(({ options }) => Math.round(options[0]!.share));
      expect(new Set(shares).size).toBeGreaterThan(8);
      const seniors = present.filter(
        ({ slug }) => pulseResult(now, null, 'confidence', slug, 'senior_civil_servant').status === 'shown',
      );
      expect(seniors.length).toBeGreaterThan(0);
    });
  });
