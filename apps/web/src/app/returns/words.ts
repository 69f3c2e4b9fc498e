/** "1 service", "1,751 services". */
export function countOf(number: number, one = 'service'): string {
  return `${number.toLocaleString('en-GB')} ${one}${number === 1 ? '' : 's'}`;
}
