import { type SnapshotPulse, type SnapshotWave, londonDate } from '@headway/domain';
import type { PulseResultsService } from '../pulse/results.service.js';

/**
 * What is published of the last wave that had closed on the day of an instant: of a wave that has closed nothing ever
 * changes, so it is the same whenever it is read. Null where none had closed. Grades beside the seniors are of all of
 * government only, so that a snapshot does not grow by what no pack prints.
 */
export async function pulseOn(results: PulseResultsService, instant: string): Promise<SnapshotPulse | null> {
  const closed = await results.lastClosedBy(londonDate(new Date(instant)));
  if (!closed) return null;
  const { organisations, items } = await results.resultsOf(closed);
  return {
    wave: waveOf(closed.now),
    before: closed.before && waveOf(closed.before),
    organisations: organisations.map(({ slug, name, parent }) => ({ slug, name, parent })),
    results: items.filter(
      ({ organisation, grade }) =>
        organisation === null || grade === null || grade === 'senior_civil_servant',
    ),
  };
}

function waveOf({ opensOn, closesOn, questionsVersion }: SnapshotWave): SnapshotWave {
  return { opensOn, closesOn, questionsVersion };
}
