import { quarterLabel, quarterOf } from '@headway/domain';

/** "1 service", "1,751 services". */
export function countOf(number: number, one = 'service'): string {
  return `${number.toLocaleString('en-GB')} ${one}${number === 1 ? '' : 's'}`;
}

/** "Q3 2026-27", of the quarter's id. */
export function quarterName(id: string): string {
  const quarter = quarterOf(id);
  return quarter ? quarterLabel(quarter).split(' (')[0]! : id;
}
