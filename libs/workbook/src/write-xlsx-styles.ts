import {
  type NumberFormat,
  type Style,
  type StyleName,
  fontFamily,
  linkColour,
  plainSize,
  styleNames,
  styles,
} from './styles.js';
import { looksLikeFormula } from './texts.js';
import { main } from './write-xlsx-package.js';

/** Formats by the ids that spreadsheets know, and ours from 164 on. */
const formatIds: Readonly<Record<NumberFormat, number>> = {
  ...{ general: 0, whole: 3, two: 4 },
  ...{ date: 164, one: 165, share: 166 },
};
const ownFormats = { 164: 'yyyy\\-mm\\-dd', 165: '#,##0.0', 166: '0.0%' };

/**
 * The styles that cells name by number: all that there are, and as they come up, those of text that would be a
 * formula if somebody edited it, which a spreadsheet is told to leave as it is.
 */
export class XlsxStyles {
  private readonly all = styleNames.map((name) => ({ name, quoted: false }));
  private readonly quoted = new Map<StyleName, number>();

  of(name: StyleName): number {
    return styleNames.indexOf(name);
  }

  ofText(name: StyleName, text: string): number {
    if (!looksLikeFormula(text)) return this.of(name);
    const known = this.quoted.get(name) ?? this.all.length;
    if (known === this.all.length) this.all.push({ name, quoted: true });
    this.quoted.set(name, known);
    return known;
  }

  xml(): string {
    const formats = Object.entries(ownFormats).map(
      ([id, code]) => `<numFmt numFmtId="${id}" formatCode="${code}"/>`,
    );
    const fonts = [...new Set(styleNames.map((name) => fontXml(styles[name])))];
    const cells = this.all.map(({ name, quoted }) =>
      cellFormat(styles[name], fonts.indexOf(fontXml(styles[name])), quoted),
    );
    return [
      `<styleSheet xmlns="${main}"><numFmts count="${formats.length}">${formats.join('')}</numFmts>`,
      `<fonts count="${fonts.length}">${fonts.join('')}</fonts>`,
      '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
      '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
      `<cellXfs count="${cells.length}">${cells.join('')}</cellXfs>`,
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
    ].join('');
  }
}

function fontXml({ bold, size, link }: Style): string {
  return `<font>${bold ? '<b/>' : ''}${link ? '<u/>' : ''}<sz val="${size ?? plainSize}"/>${link ? `<color rgb="FF${linkColour}"/>` : ''}<name val="${fontFamily}"/><family val="2"/></font>`;
}

function cellFormat({ format, right }: Style, font: number, quoted: boolean): string {
  return `<xf numFmtId="${formatIds[format ?? 'general']}" fontId="${font}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyAlignment="1"${quoted ? ' quotePrefix="1"' : ''}><alignment${right ? ' horizontal="right"' : ''} vertical="top" wrapText="1"/></xf>`;
}
