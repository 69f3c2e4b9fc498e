import { type Signal, computed, effect, inject, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { isLocked, isOwed, quarterName, returnAfter } from '@headway/domain';
import type { SummaryError } from '@headway/govuk';
import { Store } from '@ngrx/store';
import { auditTime, filter } from 'rxjs';
import { Events } from '../../platform/events';
import { canPerson } from '../../platform/session/can-person';
import { Today } from '../../platform/today';
import { type Attempt, attemptAt } from '../kept';
import { dayMeant } from '../days';
import { type Deed, ReturnPages } from './return.actions';
import { returnFeature } from './return.feature';
import { placeOf, returnPath } from './return-path';

/** What the pages of one return share: it is read anew on each, and follows what others change. */
export function openedReturn(quarter: Signal<string>, slug: Signal<string>) {
  const store = inject(Store);
  const can = canPerson();
  const today = inject(Today).date;
  const state = store.selectSignal(returnFeature.selectReturnState);
  const at = computed(() => ({ quarter: quarter(), slug: slug() }));
  /** Of this page's address; what another page left in the store is not. */
  const found = computed(() => {
    const { found: one } = state();
    return one?.quarter === quarter() && one.organisation.slug === slug() ? one : null;
  });
  const open = () => store.dispatch(ReturnPages.opened(at()));
  effect(() => {
    at();
    untracked(open);
  });
  const news = inject(Events).changes.pipe(
    filter(({ kind, subject }) => followed.has(kind) && (kind !== 'return.changed' || subject === slug())),
    auditTime(1000),
    takeUntilDestroyed(),
  );
  news.subscribe(() => store.dispatch(ReturnPages.changedElsewhere()));
  const isOpen = computed(() => state().quarter?.state === 'open');
  const may = computed(() => {
    const one = found();
    const allowed = (policy: Parameters<typeof can>[0]) =>
      one !== null && isOpen() && can(policy, one.organisation.id);
    return {
      prepare: one !== null && isOwed(one.state) && allowed('prepareReturn'),
      signOff: one !== null && one.maySignOff && allowed('signOffReturn'),
      /** Would be the one to sign it off, had they not saved or submitted part of it. */
      notTwice: one?.state === 'submitted' && !one.maySignOff && allowed('signOffReturn'),
      requestChanges:
        one !== null && returnAfter(one.state, 'request_changes') !== null && allowed('requestChanges'),
      discuss: allowed('discussReturn'),
    };
  });
  let attempt: Attempt | null = null;
  return {
    store,
    state,
    at,
    found,
    open,
    news,
    may,
    quarter: computed(() => state().quarter),
    isOpen,
    locked: computed(() => isLocked(found()?.state ?? 'not_started')),
    day: computed(() => dayMeant(quarter(), today())),
    name: computed(() => quarterName(quarter())),
    home: computed(() => returnPath(at())),
    breadcrumbs: computed(() => [
      { text: 'Quarters', href: '/quarters' },
      { text: quarterName(quarter()), href: `/quarters/${quarter()}` },
      ...(found() ? [{ text: found()!.organisation.name, href: returnPath(placeOf(found()!)) }] : []),
    ]),
    /**
     * What the server refused, with the field that each pointer leads to where the page has one. That the session ran
     * out the page says itself.
     */
    refusal: (fieldAt: (pointer: string) => string | null): SummaryError[] => {
      const { refused } = state();
      if (!refused || refused.code === 'not_signed_in') return [];
      const said = refused.errors?.map(({ pointer, message }) => {
        const field = fieldAt(pointer);
        return field ? { text: message, href: `#${field}` } : { text: message };
      });
      return said?.length ? said : [{ text: refused.detail ?? refused.title }];
    },
    /** The same key for every attempt at the same thing, so that a retry is not a second one. */
    send(deed: Deed, version: number): void {
      if (state().sending) return;
      attempt = attemptAt({ deed, version, at: at() }, attempt);
      store.dispatch(ReturnPages.done({ deed, version, key: attempt.key }));
    },
  };
}

export type OpenedReturn = ReturnType<typeof openedReturn>;

const followed = new Set([
  'return.changed',
  'quarter.changed',
  'service.changed',
  'services.imported',
  'everything.changed',
]);
