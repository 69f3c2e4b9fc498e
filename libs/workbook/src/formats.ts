/** How a cell's number is shown: as a number, a date, a time of day, or padded to so many digits. */
export type NumberKind = 'number' | 'date' | 'date_and_time' | 'time' | { readonly digits: number };

/** What each built-in format of an XLSX workbook is, by its id; all others are numbers. */
const builtIn: Readonly<Record<number, NumberKind>> = {
  ...Object.fromEntries(
    [14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58].map((id) => [id, 'date']),
  ),
  ...Object.fromEntries([18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56].map((id) => [id, 'time'])),
  22: 'date_and_time',
};

export function builtInKind(id: number): NumberKind {
  return builtIn[id] ?? 'number';
}

/** What a format code shows, such as `dd/mm/yyyy` or `0000`. */
export function kindOfFormat(code: string): NumberKind {
  const [first = ''] = code.replace(/"[^"]*"|\\.|_.|\*./g, '').split(';');
  // Colours, conditions and languages stand in brackets, and so do hours that go past 24.
  const signs = first.replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '').toLowerCase();
  if (/^0{2,}$/.test(signs)) return { digits: signs.length };
  const withoutWords = signs.replace(/general|e[+-]/g, '');
  const [date, time] = [/[dy]/.test(withoutWords), /[hs]/.test(withoutWords)];
  if (date || (!time && /m/.test(withoutWords))) return time ? 'date_and_time' : 'date';
  return time ? 'time' : 'number';
}
