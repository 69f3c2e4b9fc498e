import { Actions } from '@ngrx/effects';
import { type Observable, Subject, of, throwError } from 'rxjs';
import { problemOf } from '../platform/problem';
import { QuartersApi, QuartersPage } from './quarters.actions';
import type { QuartersClient } from './quarters.client';
import { change, load, remind } from './quarters.effects';
import { quarterWith } from './quarters.fixture';

const clientWith = (client: Partial<Record<keyof QuartersClient, unknown>>) => client as QuartersClient;
const collect = <T>(source: Observable<T>) => {
  const seen: T[] = [];
  source.subscribe((one) => seen.push(one));
  return seen;
};

describe('quarters effects', () => {
  it('load several quarters at once, and of one only what was asked last', () => {
    const answers = [new Subject(), new Subject(), new Subject()];
    const client = jasmine.createSpy().and.returnValues(...answers);
    const asked = ['2025-26-Q3', '2025-26-Q2', '2025-26-Q3'].map((id) => QuartersPage.opened({ id }));
    const seen = collect(load(new Actions(of(...asked)), clientWith({ load: client })));
    const returns = { items: [], missing: [], unreachable: [] };
    const [late, other, last] = answers.map((answer, version) => ({
      answer,
      quarter: quarterWith({ version }),
    }));
    for (const { answer, quarter } of [late!, other!, last!]) answer.next({ quarter, returns });
    expect(seen).toEqual([
      QuartersApi.loaded({ quarter: other!.quarter, returns }),
      QuartersApi.loaded({ quarter: last!.quarter, returns }),
    ]);
  });

  it('send the version that was read, and live on after a problem', () => {
    const problem = problemOf('wrong_state');
    const client = jasmine.createSpy().and.returnValue(throwError(() => problem));
    const chosen = QuartersPage.changed({
      ...{ id: '2025-26-Q3', version: 3, key: 'a' },
      change: { kind: 'close', body: { withUnfinished: true } },
    });
    const seen = collect(change(new Actions(of(chosen, chosen)), clientWith({ change: client })));
    expect(client).toHaveBeenCalledWith('2025-26-Q3', 3, chosen.change, 'a');
    expect(seen).toEqual([QuartersApi.changeFailed({ problem }), QuartersApi.changeFailed({ problem })]);
  });

  it('remind once however often the button is pressed', () => {
    const client = jasmine.createSpy().and.returnValue(new Subject());
    const chosen = QuartersPage.reminded({ id: '2025-26-Q3', key: 'a' });
    collect(remind(new Actions(of(chosen, chosen)), clientWith({ remind: client })));
    expect(client).toHaveBeenCalledTimes(1);
  });
});
