import type { List } from '@headway/contract';
import { EMPTY, type Observable, expand, map, reduce } from 'rxjs';

/** A whole list that comes in pages; for lists that are short by their nature, such as organisations. */
export function everyPage<T>(page: (number: number) => Observable<List<T>>): Observable<T[]> {
  return page(1).pipe(
    expand((list) => (list.page * list.pageSize < list.total ? page(list.page + 1) : EMPTY)),
    map((list) => list.items),
    reduce((all, items) => [...all, ...items], [] as T[]),
  );
}
