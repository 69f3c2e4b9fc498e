import type { ParamMap } from '@angular/router';
import { type CalendarDate, mayBeDate } from '@headway/domain';

/** What a person chose to look at: it lives in the address, and the API takes the same words. */
export interface AuditChoice {
  readonly organisation: readonly string[];
  readonly person: string;
  readonly action: string;
  readonly subject: string;
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
  readonly page: number;
}

export const everything: AuditChoice = {
  organisation: [],
  person: '',
  action: '',
  subject: '',
  from: null,
  to: null,
  page: 1,
};

/** Reads an address kindly: what it does not know is left out. */
export function choiceFrom(params: ParamMap): AuditChoice {
  const text = (name: string) => (params.get(name) ?? '').slice(0, 200).trim();
  const date = (name: string) => (mayBeDate(text(name)) ? text(name) : null);
  const page = Number(params.get('page') ?? 1);
  return {
    organisation: params.getAll('organisation').filter(Boolean),
    person: text('person'),
    action: text('action'),
    subject: text('subject'),
    from: date('from'),
    to: date('to'),
    page: Number.isInteger(page) && page > 0 ? page : 1,
  };
}

/** `?…` for an address; nothing where everything is shown. */
export function queryOf({ organisation, page, ...rest }: AuditChoice): string {
  const query = new URLSearchParams();
  for (const slug of organisation) query.append('organisation', slug);
  for (const [name, value] of Object.entries(rest)) if (value) query.append(name, value);
  if (page > 1) query.append('page', String(page));
  const text = query.toString();
  return text ? `?${text}` : '';
}

export function auditPath(choice: AuditChoice): string {
  return `/audit${queryOf(choice)}`;
}
