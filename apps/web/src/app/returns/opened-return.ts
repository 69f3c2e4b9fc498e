import { type Signal, computed, effect, inject, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { quarterOf } from '@headway/domain';
import { Store } from '@ngrx/store';
import { auditTime, filter } from 'rxjs';
import { Announcer } from '../platform/announcer';
import { Events } from '../platform/events';
import { sessionFeature } from '../platform/session/session.feature';
import { Today } from '../platform/today';
import { daysOf } from './days';
import { overtaken } from './overtaken';
import { ReturnsPage } from './returns.actions';
import { returnsFeature } from './returns.feature';

/** What the pages of a return share: it is opened for whoever is signed in, and follows what others change. */
export function openedReturn(id: Signal<string>) {
  const store = inject(Store);
  const session = store.selectSignal(sessionFeature.selectSession);
  const today = inject(Today).date;
  const open = () => {
    const person = session()?.person.id;
    if (person) store.dispatch(ReturnsPage.opened({ person, quarter: id() }));
  };
  effect(() => {
    session();
    id();
    untracked(open);
  });
  const days = computed(() => daysOf(id(), today()));
  let shown = { id: '', day: '' };
  effect(() => {
    const [before, now] = [shown, { id: id(), day: days().day }];
    shown = now;
    if (before.id === now.id && before.day !== now.day)
      untracked(() => store.dispatch(ReturnsPage.dayPassed({ day: before.day })));
  });
  sayWhenOvertaken(store);
  inject(Events)
    .changes.pipe(
      filter(({ kind, subject }) => kind === 'service.changed' || subject === null),
      auditTime(1000),
      takeUntilDestroyed(),
    )
    .subscribe(() => store.dispatch(ReturnsPage.changedElsewhere()));
  return {
    store,
    open,
    state: store.selectSignal(returnsFeature.selectReturnsState),
    list: store.selectSignal(returnsFeature.selectList),
    quarter: computed(() => quarterOf(id())!),
    days,
  };
}

/** What is seen beside the row is heard too, once for each service. */
function sayWhenOvertaken(store: Store): void {
  const announcer = inject(Announcer);
  const [edits, services] = [
    store.selectSignal(returnsFeature.selectEdits),
    store.selectSignal(returnsFeature.selectServices),
  ];
  let before: readonly string[] = [];
  effect(() => {
    const now = overtaken(edits(), services());
    const news = now.filter((reference) => !before.includes(reference));
    before = now;
    if (news.length > 0) announcer.say(`${news.join(', ')}: changed by somebody since you began`);
  });
}
