import {
  type NumberFormat,
  type Style,
  fontFamily,
  linkColour,
  plainSize,
  styleNames,
  styles,
} from './styles.js';

const centimetresOfCharacter = 0.22;
const font = `fo:font-family="${fontFamily}" style:font-family-generic="swiss"`;

/** What every cell is unless it says otherwise. */
export function odsDefaultStyle(language: string): string {
  const [tongue, country] = language.split('-');
  const text = `fo:font-size="${plainSize}pt" ${font} fo:language="${tongue}" fo:country="${country}"`;
  return `<office:styles><style:default-style style:family="table-cell"><style:text-properties ${text}/></style:default-style></office:styles>${page}`;
}

/** On A4 lying down, as wide as the page and as long as it takes. */
const page = [
  '<office:automatic-styles><style:page-layout style:name="page"><style:page-layout-properties fo:page-width="29.7cm" fo:page-height="21cm" style:print-orientation="landscape" style:scale-to-X="1" style:scale-to-Y="0"/></style:page-layout></office:automatic-styles>',
  '<office:master-styles><style:master-page style:name="page" style:page-layout-name="page"/></office:master-styles>',
].join('');

/** One style for each width, `w30` for 30 characters. */
export function odsColumnStyles(widths: readonly number[]): string {
  const each = [...new Set(widths)].map(
    (width) =>
      `<style:style style:name="w${width}" style:family="table-column"><style:table-column-properties style:column-width="${(width * centimetresOfCharacter).toFixed(2)}cm"/></style:style>`,
  );
  return each.join('');
}

const numberXml = (decimals: number) =>
  `<number:number number:decimal-places="${decimals}" number:min-decimal-places="${decimals}" number:min-integer-digits="1" number:grouping="true"/>`;
const formats: Readonly<Record<NumberFormat, string>> = {
  general: numberStyle('general', '<number:number number:min-integer-digits="1"/>'),
  whole: numberStyle('whole', numberXml(0)),
  one: numberStyle('one', numberXml(1)),
  two: numberStyle('two', numberXml(2)),
  share:
    '<number:percentage-style style:name="share-format"><number:number number:decimal-places="1" number:min-decimal-places="1" number:min-integer-digits="1"/><number:text>%</number:text></number:percentage-style>',
  date: '<number:date-style style:name="date-format"><number:year number:style="long"/><number:text>-</number:text><number:month number:style="long"/><number:text>-</number:text><number:day number:style="long"/></number:date-style>',
};

function numberStyle(name: NumberFormat, xml: string): string {
  return `<number:number-style style:name="${name}-format">${xml}</number:number-style>`;
}

function cellStyle(name: string, { bold, size, right, link, format }: Style): string {
  const text = [
    bold ? 'fo:font-weight="bold"' : '',
    size ? `fo:font-size="${size}pt"` : '',
    link ? `fo:color="#${linkColour}" style:text-underline-style="solid"` : '',
  ].filter(Boolean);
  return [
    `<style:style style:name="${name}" style:family="table-cell"${format ? ` style:data-style-name="${format}-format"` : ''}>`,
    `<style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="top"${right ? ' style:text-align-source="fix"' : ''}/>`,
    right ? '<style:paragraph-properties fo:text-align="end"/>' : '',
    text.length > 0 ? `<style:text-properties ${text.join(' ')}/>` : '',
    '</style:style>',
  ].join('');
}

/** By the names that cells have in common. */
export const odsCellStyles = [
  ...Object.values(formats),
  ...styleNames.map((name) => cellStyle(name, styles[name])),
  '<style:style style:name="row" style:family="table-row"><style:table-row-properties style:use-optimal-row-height="true"/></style:style>',
  '<style:style style:name="sheet" style:family="table" style:master-page-name="page"><style:table-properties table:display="true"/></style:style>',
].join('');
