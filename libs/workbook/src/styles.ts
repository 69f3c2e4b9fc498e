export type NumberFormat = 'general' | 'whole' | 'one' | 'two' | 'share' | 'date';

/** How a cell looks. All text is sans, 12 point unless larger, and wrapped; nothing is slanted or filled. */
export interface Style {
  readonly bold?: true;
  /** In points. */
  readonly size?: 14 | 16;
  readonly right?: true;
  readonly link?: true;
  readonly format?: NumberFormat;
}

/** Numbers and dates stand to the right, and so do the headers and marks of their columns. */
export const styles = {
  text: {},
  header: { bold: true },
  whole: { format: 'whole', right: true },
  number: { format: 'general', right: true },
  date: { format: 'date', right: true },
  title: { bold: true, size: 16 },
  heading: { bold: true, size: 14 },
  link: { link: true },
  headerOfNumbers: { bold: true, right: true },
  markOfNumbers: { right: true },
  one: { format: 'one', right: true },
  two: { format: 'two', right: true },
  share: { format: 'share', right: true },
} as const satisfies Readonly<Record<string, Style>>;

export type StyleName = keyof typeof styles;
export const styleNames = Object.keys(styles) as StyleName[];
export const plainSize = 12;
export const fontFamily = 'Arial';
/** Of text that leads somewhere; seven times as light as white. */
export const linkColour = '1D5593';
