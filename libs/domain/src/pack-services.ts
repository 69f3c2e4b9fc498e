import { dateColumn, numberColumn, rowOf, tableOf, textColumn, yesNo } from './pack-columns.js';
import type { PackTable } from './pack.js';
import { audienceLabels } from './service.js';
import type { Snapshot } from './snapshot.js';
import { officeLabels, offices } from './office.js';
import { stageLabels } from './stage.js';

/** Every service that counts, by organisation. */
export function servicesTable({ services }: Snapshot): PackTable {
  return tableOf({
    ...{ key: 'services', name: 'Services', title: 'All services', headers: 2 },
    columns: [
      textColumn('reference', 'Reference'),
      textColumn('service', 'Service'),
      textColumn('organisation', 'Organisation'),
      textColumn('audience', 'Audience'),
      textColumn('stage', 'Stage'),
      dateColumn('since', 'Stage since'),
      textColumn('redesign', 'Redesign under way'),
      ...offices.map((office) => textColumn(snakeCase(office), officeLabels[office], { blank: 'x' })),
      dateColumn('live_by', 'Live by'),
      dateColumn('redesigned_by', 'Redesigned by'),
      numberColumn('transactions', 'Transactions a year', 'transactions', { blank: 'x' }),
      textColumn('owner', 'Senior responsible owner', { blank: 'x' }),
      textColumn('address', 'Service address', { blank: 'x' }),
      textColumn('evidence', 'Evidence', { blank: 'x' }),
    ],
    rows: services.map((one) =>
      rowOf(one.reference, [
        ...[one.reference, one.name, one.organisation.name, audienceLabels[one.audience]],
        ...[stageLabels[one.stage], one.stageSince],
        one.stage === 'not_recorded' ? null : yesNo(one.redesignUnderWay),
        ...offices.map((office) => {
          const stage = one.offices[office];
          return stage && stageLabels[stage];
        }),
        ...[one.liveBy, one.redesignedBy, one.transactionsAYear, one.owner, one.address, one.evidence],
      ]),
    ),
  });
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
