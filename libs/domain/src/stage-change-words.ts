import { formatDate } from './calendar.js';
import type { FallenReason } from './confirmation.js';
import type { Contradicted } from './contradicted.js';
import { stageLabels } from './stage.js';

/** Why a confirmation no longer counts. */
export const fallenWords: Readonly<Record<FallenReason, string>> = {
  record_withdrawn: 'The record that was confirmed has been withdrawn',
  nothing_in_force: 'Nothing is recorded for this day any more',
  service_closed: 'The service was closed on this day',
};

/** What a change makes of a confirmation that somebody gave; the change counts. */
export function contradictionWords({ confirmation, was, willBe }: Contradicted): string {
  const { recordedBy, confirmedOn } = confirmation;
  const day = formatDate(confirmedOn);
  const [before, after] = [stageLabels[was.stage], willBe && stageLabels[willBe.stage]];
  const confirmed = `${recordedBy} confirmed that “${before}” was still right on ${day}`;
  if (after === null) return `${confirmed}. That confirmation will no longer count`;
  if (after === before)
    return `${recordedBy} confirmed that what was recorded was still right on ${day}. You are changing its details for that day, and your change will count`;
  return `${confirmed}. You say that it was “${after}” on that day, and what you say will count`;
}
