const limit = 20 * 1024 * 1024;

/** What each kind of file is sent as; what it truly is the other side tells by its bytes. */
const types: readonly (readonly [ending: RegExp, type: string])[] = [
  [/\.(csv|txt|tsv)$/i, 'text/csv'],
  [/\.xlsx$/i, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  [/\.ods$/i, 'application/vnd.oasis.opendocument.spreadsheet'],
];

export function typeOfFile(name: string): string | null {
  return types.find(([ending]) => ending.test(name))?.[1] ?? null;
}

/** What keeps a chosen file from being read at all, in GOV.UK's words for file upload; null where nothing does. */
export function wrongWithFile(file: Pick<File, 'name' | 'size'> | null): string | null {
  if (!file) return 'Select an ODS, XLSX or CSV file';
  if (/\.xls[mb]$/i.test(file.name))
    return 'The selected file may hold macros. In your spreadsheet, save it as XLSX or ODS, then choose that file';
  if (/\.(xls|numbers)$/i.test(file.name))
    return 'The selected file must be an ODS, XLSX or CSV. In your spreadsheet, save it as one of these, then choose that file';
  if (typeOfFile(file.name) === null) return 'The selected file must be an ODS, XLSX or CSV';
  if (file.size === 0) return 'The selected file is empty';
  if (file.size > limit) return 'The selected file must be smaller than 20MB';
  return null;
}
