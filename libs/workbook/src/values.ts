const plain = new Intl.NumberFormat('en-GB', { useGrouping: false, maximumSignificantDigits: 15 });
const day = 86_400_000;
const lastSerial = 2_958_465;

/** A number as a spreadsheet shows it, in full: at most 15 digits that count, no exponent. */
export function numberText(value: number): string {
  return plain.format(value === 0 ? 0 : value);
}

/**
 * The date that a serial number stands for, with the time of day where it has one.
 * `from1904` counts from that year, as old Macs did; otherwise 1900 counts as a leap year, as it always has.
 */
export function serialDate(serial: number, from1904: boolean): string | null {
  const seconds = Math.round(serial * 86_400);
  const days = Math.floor(seconds / 86_400);
  if (days < (from1904 ? 0 : 1) || days > lastSerial) return null;
  const start = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < 60 ? 31 : 30);
  const date = new Date(start + days * day).toISOString().slice(0, 10);
  const rest = seconds - days * 86_400;
  return rest === 0 ? date : `${date} ${timeText(rest)}`;
}

/** The serial number of a date; null where spreadsheets have none, before March 1900. */
export function dateSerial(date: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return null;
  const instant = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(instant) || new Date(instant).toISOString().slice(0, 10) !== date) return null;
  const serial = (instant - Date.UTC(1899, 11, 30)) / day;
  return serial > 60 ? serial : null;
}

/** Seconds of a day as `09:30`, or `09:30:05`. */
export function timeText(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(11, seconds % 60 === 0 ? 16 : 19);
}
