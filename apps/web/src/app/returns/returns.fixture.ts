import { type Quarter, quarterOf } from '@headway/domain';
import { serviceOf } from '../services/services.fixture';
import { type Days, type Edit, type EditChange, changed } from './edits';

export const quarter: Quarter = quarterOf('2026-27-Q3')!;
export const days: Days = { today: '2026-11-23', day: '2026-11-23' };

/** A service that was recorded as live in May 2024 and read at version 3. */
export const liveService = serviceOf({
  version: 3,
  evidenceUrl: 'https://www.gov.uk/licence',
  lastRecordedAt: '2026-08-12T09:00:00Z',
  lastWrittenAt: '2026-08-12T09:00:00Z',
  lastRecordedBy: 'Dana Wren',
});

/** What somebody says of it who has read it as it is there. */
export function editOf(change: EditChange, service = liveService): Edit {
  const edit = changed(undefined, service, change);
  if (!edit) throw new Error('That says nothing');
  return edit;
}
