import { type CalendarDate, type Role, daysAfter, londonDate } from '@headway/domain';
import { barrierOf } from './barriers/barriers.fixture';
import { planned, quarter, reopenable } from './forms.walk.fixture';
import { home } from './returns/return/return.fixture';

export interface WalkedForm {
  readonly at: string;
  readonly role: Role;
  /** The id of a control by which the form is known, where the page has several. */
  readonly with?: string;
  /** How many things are wrong once everything is cleared. */
  readonly wrongWhenBlank: number;
  /** What is typed or chosen in place of what the walk makes up, by id. */
  readonly typed?: Readonly<Record<string, string>>;
  /** Where the server may point, and the id of the control that each must lead to; null where the form has none. */
  readonly pointers?: Readonly<Record<string, string | null>>;
}

export function formOf(page: HTMLElement | null, { with: id }: WalkedForm): HTMLFormElement | null {
  const forms = [...(page?.querySelectorAll('main form') ?? [])] as HTMLFormElement[];
  return forms.find((form) => !id || form.querySelector(`[id="${id}"]`)) ?? null;
}

const barrier = `/barriers/${barrierOf().id}`;
const details = {
  ...{ '/name': 'name', '/audience': 'audience', '/description': 'description', '/address': 'address' },
  ...{ '/transactionsAYear': 'transactionsAYear', '/owner': 'owner', '/opensOn': 'opensOn-day' },
};
const barrierFields = {
  ...{ '/category': 'category', '/description': 'description', '/nextAction': 'nextAction' },
  ...{ '/nextActionOwner': 'nextActionOwner', '/raisedOn': 'raisedOn-day' },
};
const organisation = {
  ...{ '/name': 'name', '/abbreviation': 'abbreviation', '/kind': 'kind', '/parent': 'parent' },
  ...{ '/existsFrom': 'existsFrom-day' },
};
/** Of a new organisation that takes over or is given something. */
const receiver = (pointer: string, id: string) => ({
  ...{ [pointer]: id, [`${pointer}/name`]: `${id}-name`, [`${pointer}/kind`]: `${id}-kind` },
  ...{ [`${pointer}/abbreviation`]: `${id}-abbreviation`, [`${pointer}/parent`]: `${id}-parent` },
});
const stage = {
  ...{ '/stage': 'stage', '/effectiveOn': 'effectiveOn-day', '/redesignUnderWay': 'redesignUnderWay' },
  ...{ '/frontOffice': 'frontOffice', '/middleOffice': 'middleOffice', '/backOffice': 'backOffice' },
  ...{ '/note': 'note', '/evidenceUrl': 'evidenceUrl' },
};
const today = londonDate(new Date());
const typed = (id: string, date: CalendarDate) => {
  const [year, month, day] = date.split('-') as [string, string, string];
  return { [`${id}-day`]: day, [`${id}-month`]: month, [`${id}-year`]: year };
};

/** Every form of the product that asks and refuses; the grid is held to the same by its own spec, cell by cell. */
export const walkedForms: readonly WalkedForm[] = [
  {
    ...{ at: '/services/new', role: 'admin', wrongWhenBlank: 3 },
    typed: { 'opensOn-year': '2020' },
    pointers: { ...details, '/organisation': 'organisation', '/reference': 'reference' },
  },
  { ...{ at: '/services/DWP-001/change', role: 'digital_lead', wrongWhenBlank: 1 }, pointers: details },
  {
    ...{ at: '/services/DWP-001/close', role: 'oversight', wrongWhenBlank: 2 },
    typed: { 'reason-2': 'yes' },
    pointers: { '/on': 'on-day', '/reason': 'reason', '/mergedInto': 'mergedInto', '/note': 'note' },
  },
  {
    ...{ at: '/services/CLOSED/reopen', role: 'oversight', wrongWhenBlank: 2 },
    pointers: { '/on': 'on-day', '/note': 'note' },
  },
  {
    ...{ at: '/services/DWP-001/transfer', role: 'admin', wrongWhenBlank: 2 },
    pointers: { '/organisation': 'organisation', '/on': 'on-day', '/note': 'note' },
  },
  {
    ...{ at: '/services/DWP-001/targets/live', role: 'digital_lead', wrongWhenBlank: 1 },
    pointers: { '/dueOn': 'dueOn-day', '/reason': null },
  },
  {
    ...{ at: '/services/AIMED/targets/live', role: 'digital_lead', wrongWhenBlank: 2 },
    typed: typed('dueOn', daysAfter(today, 30)),
    pointers: { '/dueOn': 'dueOn-day', '/reason': 'reason' },
  },
  {
    ...{ at: '/services/AIMED/targets/live/give-up', role: 'digital_lead', wrongWhenBlank: 1 },
    pointers: { '/dueOn': null, '/reason': 'reason' },
  },
  {
    ...{ at: '/services/DWP-001/barriers/new', role: 'digital_lead', wrongWhenBlank: 3 },
    pointers: barrierFields,
  },
  {
    ...{ at: '/departments/dwp/barriers/new', role: 'digital_lead', wrongWhenBlank: 3 },
    pointers: barrierFields,
  },
  {
    ...{ at: `${barrier}/change`, role: 'digital_lead', wrongWhenBlank: 3 },
    pointers: { ...barrierFields, '/resolvedOn': 'resolvedOn-day' },
  },
  {
    ...{ at: `${barrier}/resolve`, role: 'digital_lead', wrongWhenBlank: 1 },
    pointers: { '/resolvedOn': 'resolvedOn-day' },
  },
  {
    ...{ at: `${barrier}/reopen`, role: 'digital_lead', wrongWhenBlank: 0 },
    pointers: { '/resolvedOn': null },
  },
  { ...{ at: '/departments/new', role: 'admin', wrongWhenBlank: 2 }, pointers: organisation },
  { ...{ at: '/departments/dwp/change', role: 'admin', wrongWhenBlank: 1 }, pointers: organisation },
  { at: '/departments/reorganise', role: 'admin', wrongWhenBlank: 1 },
  {
    ...{ at: '/departments/reorganise/rename', role: 'admin', wrongWhenBlank: 3 },
    pointers: {
      ...{ '/kind': null, '/on': 'on-day', '/note': 'note', '/organisation': 'organisation' },
      ...{ '/name': 'name', '/abbreviation': 'abbreviation' },
    },
  },
  {
    ...{ at: '/departments/reorganise/merge', role: 'admin', wrongWhenBlank: 3 },
    typed: { into: '*' },
    pointers: {
      ...{ '/kind': null, '/on': 'on-day', '/note': 'note', '/organisations': 'organisations' },
      ...{ '/organisations/0': 'organisations', ...receiver('/into', 'into') },
    },
  },
  {
    ...{ at: '/departments/reorganise/split', role: 'admin', wrongWhenBlank: 4 },
    typed: { organisation: 'dwp', into: '*', 'parts-0-into': '*' },
    pointers: {
      ...{ '/kind': null, '/on': 'on-day', '/note': 'note', '/organisation': 'organisation' },
      ...{ ...receiver('/parts/0/into', 'into'), ...receiver('/parts/1/into', 'parts-0-into') },
      ...{ '/parts/1/services': 'parts-0-services', '/parts/1/services/0': 'parts-0-services' },
      ...{ '/parts': null, '/parts/0/services': null },
    },
  },
  {
    ...{ at: '/departments/reorganise/transfer', role: 'admin', wrongWhenBlank: 3 },
    typed: { organisation: 'dwp', 'parts-0-into': '*' },
    pointers: {
      ...{ '/kind': null, '/on': 'on-day', '/note': 'note', '/from': 'organisation' },
      ...{ ...receiver('/to', 'parts-0-into'), '/services': 'parts-0-services' },
      ...{ '/services/0': 'parts-0-services', '/organisations': 'parts-0-organisations' },
    },
  },
  {
    ...{ at: `/quarters/${planned.id}/open`, role: 'oversight', wrongWhenBlank: 1 },
    typed: typed('dueOn', today),
    pointers: { '/dueOn': 'dueOn-day' },
  },
  {
    ...{ at: `/quarters/${quarter.id}/due`, role: 'oversight', wrongWhenBlank: 1 },
    typed: typed('dueOn', today),
    pointers: { '/dueOn': 'dueOn-day' },
  },
  {
    ...{ at: `/quarters/${quarter.id}/close`, role: 'oversight', wrongWhenBlank: 1 },
    pointers: { '/withUnfinished': 'withUnfinished' },
  },
  {
    ...{ at: `/quarters/${reopenable.id}/reopen`, role: 'oversight', wrongWhenBlank: 1 },
    pointers: { '/reason': 'reason' },
  },
  {
    ...{ at: `/quarters/${quarter.id}/take-back`, role: 'oversight', wrongWhenBlank: 1 },
    pointers: { '/reason': 'reason' },
  },
  {
    ...{ at: `/quarters/${quarter.id}/excuse/dwp`, role: 'oversight', wrongWhenBlank: 1 },
    pointers: { '/reason': 'reason' },
  },
  {
    ...{ at: '/pulse/waves/new', role: 'oversight', wrongWhenBlank: 2 },
    typed: { ...typed('opensOn', today), ...typed('closesOn', daysAfter(today, 10)) },
    pointers: { '/opensOn': 'opensOn-day', '/closesOn': 'closesOn-day' },
  },
  {
    ...{ at: '/portfolio/signals/thresholds/stalled', role: 'oversight', wrongWhenBlank: 2 },
    typed: { value: '200' },
    pointers: { '/value': 'value', '/reason': 'reason' },
  },
  {
    ...{ at: '/account', role: 'digital_lead', wrongWhenBlank: 1 },
    pointers: { '/name': 'name', '/write': 'write' },
  },
  {
    ...{
      at: '/services/DWP-001/records/5a0c8a52-54ab-4c0e-9d5c-1b2f5d3c7a12/correct',
      role: 'digital_lead',
      wrongWhenBlank: 2,
    },
    pointers: { ...stage, '/reason': 'reason' },
  },
  { at: '/services/DWP-001/record/stage', role: 'digital_lead', wrongWhenBlank: 1 },
  { at: '/services/DWP-001/record/date', role: 'digital_lead', wrongWhenBlank: 1 },
  {
    ...{ at: home, role: 'digital_lead', with: 'confidence', wrongWhenBlank: 2 },
    pointers: {
      ...{ '/confidence': 'confidence', '/summary': 'summary', '/reviewed': 'reviewed' },
      ...{ '/restUnchanged': 'restUnchanged', '/summaryDrafted': null },
    },
  },
  {
    ...{ at: home, role: 'digital_lead', with: 'message', wrongWhenBlank: 1 },
    pointers: { '/text': 'message', '/service': 'about' },
  },
  {
    ...{ at: `${home.replace('dwp', 'sent')}/request-changes`, role: 'approver', wrongWhenBlank: 1 },
    pointers: { '/comments': 'text-0', '/comments/0/text': 'text-0', '/comments/0/service': 'about-0' },
  },
  {
    ...{ at: `${home.replace('dwp', 'ready')}/check`, role: 'digital_lead', wrongWhenBlank: 1 },
    pointers: { '/declaration': 'declaration', '/confidence': null, '/reviewed': null },
  },
  { at: `${home.replace('dwp', 'sent')}/sign-off`, role: 'approver', wrongWhenBlank: 1, pointers: {} },
  { at: '/portfolio/compare', role: 'oversight', with: 'from-day', wrongWhenBlank: 1 },
];
