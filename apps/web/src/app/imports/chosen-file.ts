const limit = 20 * 1024 * 1024;

/** What keeps a chosen file from being read at all, in GOV.UK's words for file upload; null where nothing does. */
export function wrongWithFile(file: Pick<File, 'name' | 'size'> | null): string | null {
  if (!file) return 'Select a CSV file';
  if (/\.(xlsx?|xlsm|ods|numbers)$/i.test(file.name))
    return 'The selected file must be a CSV. In your spreadsheet, save the sheet as “CSV UTF-8”, then choose that file';
  if (!/\.(csv|txt)$/i.test(file.name)) return 'The selected file must be a CSV';
  if (file.size === 0) return 'The selected file is empty';
  if (file.size > limit) return 'The selected file must be smaller than 20MB';
  return null;
}

/** The columns that an import knows, with no rows: where a first list begins. */
export const templateColumns = [
  'Reference',
  'Service name',
  'Organisation',
  'Audience',
  'Stage',
  'Stage reached on',
  'Transactions a year',
  'Service address',
] as const;
