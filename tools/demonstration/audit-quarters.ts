import type { DemonstrationAuditEntry, DemonstrationQuarter, DemonstrationReturn } from './types.ts';

const oversight = 'oversight@headway.example';

/** What opening a quarter, its returns and closing it would have left in the trail. */
export function quarterDone(quarter: DemonstrationQuarter): readonly DemonstrationAuditEntry[] {
  const { id, dueOn, openedAt, closings, returns } = quarter;
  const ofAll = (at: string, by: string, action: string, detail: object) => ({
    ...{ at, by, action, detail, organisation: null, subject: id },
  });
  return [
    ofAll(openedAt, oversight, 'quarter.opened', { dueOn, returns: returns.length }),
    ...returns.flatMap((one) => returnDone(quarter, one)),
    ...closings.flatMap(({ at, by, reason }) => [
      ...(reason ? [ofAll(dayBefore(at), by, 'quarter.reopened', { reason })] : []),
      ofAll(at, by, 'quarter.closed', { withUnfinished: true }),
    ]),
  ];
}

function returnDone(
  { id: quarter, openedAt }: DemonstrationQuarter,
  { organisation, confidence, excused, submitted, signedOff, messages }: DemonstrationReturn,
): readonly DemonstrationAuditEntry[] {
  const done = (at: string, by: string, action: string, detail: object) => ({
    ...{ at, by, action, organisation, subject: organisation, detail: { quarter, ...detail } },
  });
  const [first] = messages;
  return [
    ...(excused ? [done(openedAt, oversight, 'return.excused', { reason: excused })] : []),
    ...(submitted ? [done(submitted.at, submitted.by, 'return.submitted', { confidence })] : []),
    ...(signedOff ? [done(signedOff.at, signedOff.by, 'return.signed_off', {})] : []),
    ...(first
      ? [
          done(first.at, first.by, 'return.changes_requested', {
            comments: messages.map(({ service, text }) => ({ service, text })),
          }),
        ]
      : []),
  ];
}

function dayBefore(instant: string): string {
  return new Date(Date.parse(instant) - 86_400_000).toISOString();
}
