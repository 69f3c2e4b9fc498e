import type { NewRecord, Service } from '@headway/contract';
import {
  type CalendarDate,
  type Stage,
  formatDate,
  officeLabels,
  offices,
  stageLabels,
} from '@headway/domain';
import { type Days, type Edit, isConfirmation, recordOf } from './edits';

/** What was begun over one version of a service. */
interface Begun {
  readonly version: number;
  readonly lastRecordedAt: string | null;
}
export type Services = Readonly<Record<string, Service>>;

/** Of what was begun, the services that somebody has changed since, by reference. */
export function overtaken(begun: Readonly<Record<string, Begun>>, services: Services): string[] {
  return Object.keys(begun).filter((reference) => {
    const service = services[reference];
    return service !== undefined && service.version !== begun[reference]!.version;
  });
}

/** Who changed what since the person began, in a sentence. */
export function happened(
  { lastRecordedAt, lastRecordedBy }: Service,
  begun: Pick<Begun, 'lastRecordedAt'>,
): string {
  if (lastRecordedAt === begun.lastRecordedAt)
    return 'Details of the service were changed, and its stage was not.';
  if (lastRecordedAt === null) return 'What was recorded has been withdrawn.';
  const at = new Date(lastRecordedAt).toLocaleString('en-GB', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'Europe/London',
  });
  return `By ${lastRecordedBy} on ${at}.`;
}

/** How a service stands now, in lines. */
export function nowLines(service: Service): string[] {
  const { stage, stageSince } = service;
  return [since(stageLabels[stage], stageSince), ...detailLines(service)];
}

/** What is said of it, in the same lines. "No change" was said of what stood before, and would stand for what is now. */
export function saidLines(service: Service, edit: Edit, days: Days): string[] {
  if (isConfirmation(edit)) return ['No change: kept, it confirms how the service stands now'];
  const record = recordOf(service, edit, days);
  const stage = record.stage as Stage | null;
  const first = stage === null ? 'No stage said' : since(stageLabels[stage], record.effectiveOn);
  return [first, ...detailLines(record), ...(record.note ? [`Note: ${record.note}`] : [])];
}

function since(stage: string, on: CalendarDate | null): string {
  return on ? `${stage} since ${formatDate(on)}` : stage;
}

export function detailLines(
  of: Pick<NewRecord, 'redesignUnderWay' | (typeof offices)[number]> & { evidenceUrl?: string | null },
): string[] {
  const parts = offices.flatMap((office) => {
    const stage = of[office];
    return stage ? [`${officeLabels[office]}: ${stageLabels[stage].toLowerCase()}`] : [];
  });
  const evidence = of.evidenceUrl ? [`Evidence: ${of.evidenceUrl}`] : [];
  return [...(of.redesignUnderWay ? ['Redesign under way'] : []), ...parts, ...evidence];
}
