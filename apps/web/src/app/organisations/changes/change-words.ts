import type { MadeReorganisation, WithdrawalReport } from '@headway/contract';
import { type ReorganisationKind, countOf, formatDate } from '@headway/domain';

const kinds: Readonly<Record<ReorganisationKind, string>> = {
  rename: 'Rename',
  merge: 'Merger',
  split: 'Split',
  transfer: 'Transfer',
  move: 'Move',
};

/** "Merger from 14 July 2016". */
export function changeHeading({ kind, on }: Pick<MadeReorganisation, 'kind' | 'on'>): string {
  return `${kinds[kind]} from ${formatDate(on)}`;
}

/** What a change did to the organisation that it is listed for. */
export function whatChanged({ change, before, after, services }: MadeReorganisation): string {
  switch (change) {
    case 'created':
      return `${after.name} began`;
    case 'ended':
      return `${after.name} ended`;
    case 'renamed':
      return `${before!.name} became ${after.name}`;
    case 'moved':
      return after.parent
        ? `${after.name} became part of ${after.parent.name}${before?.parent ? `, no longer of ${before.parent.name}` : ''}`
        : `${after.name} became independent of ${before!.parent!.name}`;
    case 'continues':
      return services > 0
        ? `${countOf(services)} moved from or to ${after.name}`
        : `${after.name} went on, with other organisations below it`;
  }
}

/** What withdrawing does, line by line. */
export function whatIsUndone({ organisations, services }: WithdrawalReport): string[] {
  const undone: Readonly<Record<MadeReorganisation['change'], (name: string) => string | null>> = {
    created: (name) => `${name} will never have existed`,
    ended: (name) => `${name} goes on as if it had not ended, with the roles and open barriers it had`,
    renamed: (name) => `${name} has the name back that it had before`,
    moved: (name) => `${name} is part of what it was part of before`,
    continues: () => null,
  };
  return [
    ...organisations.flatMap(({ name, change }) => undone[change](name) ?? []),
    ...(services > 0
      ? [`${countOf(services)} ${services === 1 ? 'goes' : 'go'} back to where they were before`]
      : []),
  ].map((line) =>
    line.replace('1 service goes back to where they were', '1 service goes back to where it was'),
  );
}
