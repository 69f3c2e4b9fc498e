import { Component, computed, input } from '@angular/core';
import type { AuditEntry } from '@headway/contract';
import { formatDate, londonDate } from '@headway/domain';
import { Details, GovLink, SummaryList, SummaryRow } from '@headway/govuk';
import { actionLabel } from './action-labels';
import { entryDetails } from './entry-details';

@Component({
  selector: 'hw-audit-table',
  imports: [Details, GovLink, SummaryList, SummaryRow],
  templateUrl: './audit-table.html',
})
export class AuditTable {
  readonly entries = input.required<readonly AuditEntry[]>();
  protected readonly rows = computed(() =>
    this.entries().map((entry) => ({
      ...entry,
      ...subjectWords(entry),
      label: actionLabel(entry.action),
      date: formatDate(londonDate(new Date(entry.at))),
      time: time.format(new Date(entry.at)),
      href: subjectPath(entry),
      details: entryDetails(entry),
    })),
  );
}

const time = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', timeStyle: 'medium' });

/** What it was done to, and in whose chain that stands unless it is that organisation itself. */
function subjectWords({ subject, organisation }: AuditEntry) {
  return subject === organisation?.slug
    ? { what: organisation.name, chain: null }
    : { what: subject, chain: organisation?.name ?? 'All of government' };
}

const ofServices = new Set(['service', 'stage', 'target', 'barrier']);

/** The page of what it was done to; null where that has none. */
export function subjectPath({
  action,
  subject,
  organisation,
}: Pick<AuditEntry, 'action' | 'subject' | 'organisation'>): string | null {
  const kind = action.split('.')[0]!;
  if (kind === 'organisation' || subject === organisation?.slug) return `/departments/${subject}`;
  return ofServices.has(kind) ? `/services/${encodeURIComponent(subject)}` : null;
}
