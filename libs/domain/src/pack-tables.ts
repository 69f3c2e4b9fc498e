import { sameServicesSentence } from './change-sentences.js';
import { formatDate } from './calendar.js';
import { movedTable, movementsTable, sameServicesTable } from './pack-changes.js';
import {
  audiencesTable,
  headlineTable,
  measuresTable,
  officesTable,
  organisationsTable,
} from './pack-figures.js';
import { barriersTable, targetsTable } from './pack-plans.js';
import {
  pulseBasesTable,
  pulseOrganisationBasesTable,
  pulseOrganisationsTable,
  pulseTable,
} from './pack-pulse.js';
import { barriersBesideTable, recordAndBeliefTable } from './pack-pulse-beside.js';
import { confidenceTable, returnsTable } from './pack-returns.js';
import { headlineSentences } from './pack-headline.js';
import { servicesTable } from './pack-services.js';
import { organisationSignalsTable, signalledTable, signalsTable } from './pack-signals.js';
import { organisationTrendTable, publishedTable, trendTable } from './pack-trend.js';
import type { PackTable } from './pack.js';
import { type Snapshot, comparedWith } from './snapshot.js';

/** Every table of a snapshot in the order in which it is read, but for the one of what was revised. */
export function tablesOf(snapshot: Snapshot): PackTable[] {
  const same = comparedWith.flatMap((when) => {
    const { comparison } = snapshot.comparisons[when];
    const sentence = sameServicesSentence(comparison);
    return sentence ? [`Since ${formatDate(comparison.with)}: ${sentence}`] : [];
  });
  return [
    headlineTable(snapshot, headlineSentences(snapshot)),
    trendTable(snapshot),
    organisationTrendTable(snapshot),
    publishedTable(snapshot),
    organisationsTable(snapshot),
    audiencesTable(snapshot),
    measuresTable(snapshot),
    officesTable(snapshot),
    movementsTable(snapshot),
    movedTable(snapshot),
    sameServicesTable(snapshot, same),
    signalsTable(snapshot),
    organisationSignalsTable(snapshot),
    signalledTable(snapshot),
    targetsTable(snapshot),
    barriersTable(snapshot),
    confidenceTable(snapshot),
    ...pulseTables(snapshot),
    returnsTable(snapshot),
    servicesTable(snapshot),
  ];
}

/** None where no survey had ended by then: a pack does not speak of what nobody was asked. */
function pulseTables(snapshot: Snapshot): PackTable[] {
  const { pulse } = snapshot;
  if (!pulse) return [];
  return [
    pulseTable(snapshot, pulse),
    pulseBasesTable(pulse),
    pulseOrganisationsTable(pulse),
    pulseOrganisationBasesTable(pulse),
    recordAndBeliefTable(snapshot, pulse),
    barriersBesideTable(snapshot, pulse),
  ];
}
