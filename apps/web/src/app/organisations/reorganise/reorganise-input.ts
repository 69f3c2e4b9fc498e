import { Reorganisation } from '@headway/contract';
import type { CalendarDate, ReorganisationKind } from '@headway/domain';
import { type DateParts, noDateParts } from '@headway/govuk';
import { readTypedDate } from '../../platform/typed-date';

/** Stands for a new organisation where one is selected; no slug looks like it. */
export const newOne = '*';

/** Stands for none where an organisation becomes independent. */
export const independent = '-';

export interface ReceiverInput {
  /** A slug, `newOne`, or nothing. */
  organisation: string;
  name: string;
  abbreviation: string;
  kind: string;
  parent: string;
}

export interface PartInput {
  into: ReceiverInput;
  services: readonly string[];
  organisations: readonly string[];
}

/** What is typed, for every kind of change; each uses its own part of it. */
export interface ReorganisationInput {
  on: DateParts;
  note: string;
  /** Whoever is renamed, is split, moves, or gives something away. */
  organisation: string;
  name: string;
  abbreviation: string;
  /** What one that moves becomes part of, or `independent`. */
  parent: string;
  /** Those that end in a merge. */
  organisations: readonly string[];
  /** Whether the one that is split ends. */
  ends: string;
  /** Who takes over all, or what is not given to another. */
  into: ReceiverInput;
  /** The one that a transfer goes to, or the others that something is given to. */
  parts: PartInput[];
}

export const blankReceiver = (): ReceiverInput => ({
  organisation: '',
  name: '',
  abbreviation: '',
  kind: '',
  parent: '',
});
export const blankPart = (): PartInput => ({ into: blankReceiver(), services: [], organisations: [] });
export const blankInput = (organisation = ''): ReorganisationInput => ({
  on: noDateParts,
  note: '',
  organisation,
  name: '',
  abbreviation: '',
  parent: '',
  organisations: [],
  ends: '',
  into: blankReceiver(),
  parts: [blankPart()],
});

/** One thing wrong: beside which field, and the input to go to. */
export interface Wrong {
  readonly field: string | null;
  readonly message: string;
}

/** The request that was typed, or all that is wrong with it as far as can be told here. */
export function requestFrom(
  kind: ReorganisationKind,
  typed: ReorganisationInput,
  today: CalendarDate,
): { readonly request: Reorganisation } | { readonly wrong: readonly Wrong[] } {
  const date = readTypedDate(typed.on, 'The date of the change', { latest: today });
  const wrong: Wrong[] = [];
  if (date === null) wrong.push({ field: 'on', message: 'Enter the date of the change' });
  else if (typeof date === 'object') wrong.push({ field: 'on', message: date.message });
  if (kind === 'split' && typed.ends === '')
    wrong.push({ field: 'ends', message: 'Select whether it ends or goes on' });
  // A date that is wrong is said to be so above; the rest is looked at all the same.
  const on = typeof date === 'string' ? date : today;
  const { data, error } = Reorganisation.safeParse({ kind, on, note: typed.note, ...bodyOf(kind, typed) });
  for (const { path, message } of flat(error?.issues ?? []))
    wrong.push({ field: fieldAt(kind, path), message });
  // Who takes over is asked only once it is said to end.
  const asked = wrong.filter(({ field }) => field !== 'into' || kind !== 'split' || typed.ends === 'ends');
  return data && asked.length === 0 ? { request: data } : { wrong: inOrder(asked) };
}

const asShown = [
  'organisation',
  'organisations',
  'on',
  'name',
  'abbreviation',
  'parent',
  'ends',
  'into',
  'parts',
  'note',
];

/** The first thing wrong with each field, in the order of the page. */
function inOrder(wrong: readonly Wrong[]): Wrong[] {
  const first = (one: Wrong, index: number) =>
    one.field === null || wrong.findIndex(({ field }) => field === one.field) === index;
  const place = ({ field }: Wrong) => asShown.indexOf(field?.split('-')[0] ?? '');
  return wrong.filter(first).toSorted((a, b) => place(a) - place(b));
}

function bodyOf(kind: ReorganisationKind, typed: ReorganisationInput): object {
  const { organisation, name, abbreviation, parent, organisations, into, parts } = typed;
  const given = parts.map((part) => ({ ...part, into: receiverOf(part.into) }));
  switch (kind) {
    case 'rename':
      return { organisation, name, abbreviation };
    case 'merge':
      return { organisations, into: receiverOf(into) };
    case 'split': {
      const goesOn = typed.ends === 'goes_on';
      return { organisation, parts: [{ into: goesOn ? organisation : receiverOf(into) }, ...given] };
    }
    case 'transfer': {
      const { into: to, ...what } = given[0]!;
      return { from: organisation, to, ...what };
    }
    case 'move':
      return { organisation, parent: parent === independent ? null : parent };
  }
}

function receiverOf({ organisation, name, abbreviation, kind, parent }: ReceiverInput): string | object {
  return organisation === newOne ? { name, abbreviation, kind, parent: parent || null } : organisation;
}

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly errors?: readonly (readonly Issue[])[];
}

/** Of the forms that a value may take, the last one is the plainest: what it says is wrong is said. */
function flat(issues: readonly Issue[]): Issue[] {
  return issues.flatMap((issue) => {
    const plainest = issue.errors?.at(-1) ?? [];
    if (plainest.length === 0) return [issue];
    return flat(plainest.map((one) => ({ ...one, path: [...issue.path, ...one.path] })));
  });
}

/** The field where a part of the request was typed, by its id; null where it is none that is shown. */
export function fieldAt(kind: ReorganisationKind, path: readonly PropertyKey[]): string | null {
  const [first = '', ...rest] = path.map(String);
  if (first === 'on' || first === 'note') return first;
  switch (kind) {
    case 'rename':
    case 'move':
      return first;
    case 'merge':
      return first === 'organisations' ? first : [first, ...rest].join('-');
    case 'split': {
      if (first !== 'parts') return first || null;
      const [index = '', what = '', ...inner] = rest;
      if (index === '' || (index === '0' && what !== 'into')) return null;
      return partField(index === '0' ? '' : `parts-${Number(index) - 1}-`, what, inner);
    }
    case 'transfer':
      if (first === 'from') return 'organisation';
      return first === 'to' ? partField('parts-0-', 'into', rest) : partField('parts-0-', first, []);
  }
}

function partField(prefix: string, what: string, inner: readonly string[]): string {
  return what === 'into' ? [`${prefix}into`, ...inner].join('-') : `${prefix}${what}`;
}
