import type { Format } from './found.js';

/** The built-in formats of an XLSX workbook that tell something; others are none that a publication has. */
export const builtInCodes: Readonly<Record<number, string>> = {
  ...{ 0: 'General', 1: '0', 2: '0.00', 3: '#,##0', 4: '#,##0.00', 9: '0%', 10: '0.00%', 49: '@' },
};

/** What a format code such as `#,##0.0` shows. */
export function formatOf(code: string): Format {
  const plain = code.replaceAll('\\', '');
  if (plain === 'General' || plain === '@') return { kind: 'plain' };
  if (plain === 'yyyy-mm-dd') return { kind: 'date' };
  const found = /^(#,##)?0(\.0+)?(%)?$/.exec(plain);
  if (!found) return { kind: 'other' };
  const [, thousands, decimals = '', percent] = found;
  const [kind, count] = [percent ? 'share' : 'number', Math.max(0, decimals.length - 1)] as const;
  return { kind, decimals: count, thousands: thousands !== undefined };
}
