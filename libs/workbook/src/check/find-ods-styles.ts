import type { Attributes } from '../xml-reader.js';
import type { Look } from './found.js';
import { formatOf } from './format.js';

type Properties = Record<string, string>;

const centimetres: Readonly<Record<string, number>> = { cm: 1, mm: 0.1, in: 2.54, pt: 2.54 / 72 };
const centimetresOfCharacter = 0.22;
const numberStyle = /^number:(number|percentage|date|currency|time|boolean|text)-style$/;

/** The styles of an ODS workbook, from its own part and from that of its content. */
export class OdsStyles {
  /** By family and name: what the style itself says, its parent, and the name of its format. */
  private readonly styles = new Map<string, Properties>();
  private readonly fonts = new Map<string, string>();
  private readonly codes = new Map<string, string>();
  private readonly looks = new Map<string, Look>();
  private style: Properties | null = null;
  private format: string | null = null;
  private inText = false;

  open(name: string, attributes: Attributes): void {
    if (name === 'style:style' || name === 'style:default-style') {
      const key = `${attributes['style:family']} ${attributes['style:name'] ?? ''}`;
      this.styles.set(key, (this.style = { ...attributes }));
    } else if (name === 'style:font-face')
      this.fonts.set(attributes['style:name'] ?? '', attributes['svg:font-family'] ?? '');
    else if (name === 'style:map' && this.style) this.style['conditional'] = 'true';
    else if (/^style:.*-properties$/.test(name) && this.style) Object.assign(this.style, attributes);
    else if (numberStyle.test(name)) this.codes.set((this.format = attributes['style:name'] ?? ''), '');
    else if (this.format !== null) this.inFormat(name, attributes);
  }

  text(piece: string): void {
    if (this.inText) this.add(piece);
  }

  close(name: string): void {
    if (name === 'style:style' || name === 'style:default-style') this.style = null;
    else if (numberStyle.test(name)) this.format = null;
    else if (name === 'number:text') this.inText = false;
  }

  /** How a cell of this style looks; without one, as all do. */
  look(name: string): Look {
    const known = this.looks.get(name);
    if (known) return known;
    const all = this.inherited('table-cell', name);
    const is = (key: string, value: string) => all[key] === value;
    const look: Look = {
      bold: is('fo:font-weight', 'bold'),
      italic: (all['fo:font-style'] ?? 'normal') !== 'normal',
      filled: (all['fo:background-color'] ?? 'transparent') !== 'transparent' || is('conditional', 'true'),
      wrapped: is('fo:wrap-option', 'wrap'),
      right: is('fo:text-align', 'end') || is('fo:text-align', 'right'),
      font: (this.fonts.get(all['style:font-name'] ?? '') ?? all['fo:font-family'] ?? '').replaceAll("'", ''),
      points: Number(/^([\d.]+)pt$/.exec(all['fo:font-size'] ?? '')?.[1] ?? NaN),
      format: formatOf(this.codes.get(all['style:data-style-name'] ?? '') ?? 'General'),
      quoted: null,
    };
    this.looks.set(name, look);
    return look;
  }

  get language(): string {
    const all = this.inherited('table-cell', '');
    return [all['fo:language'] ?? '', all['fo:country'] ?? ''].filter(Boolean).join('-');
  }

  /** Whether a sheet of this style shows. */
  hides(name: string): boolean {
    return this.inherited('table', name)['table:display'] === 'false';
  }

  /** Of a column of this style, in characters. */
  width(name: string): number | undefined {
    const width = this.inherited('table-column', name)['style:column-width'] ?? '';
    const [, size, unit = ''] = /^([\d.]+)(cm|mm|in|pt)$/.exec(width) ?? [];
    return size === undefined ? undefined : (Number(size) * centimetres[unit]!) / centimetresOfCharacter;
  }

  /** A style upon its parents, and those upon what all of the family are. */
  private inherited(family: string, name: string): Properties {
    const chain: Properties[] = [];
    for (let next: string | undefined = name; next && chain.length < 20;) {
      const style = this.styles.get(`${family} ${next}`);
      if (style) chain.unshift(style);
      next = style?.['style:parent-style-name'];
    }
    return Object.assign({}, this.styles.get(`${family} `), ...chain);
  }

  private inFormat(name: string, attributes: Attributes): void {
    if (name === 'number:text') this.inText = true;
    const long = attributes['number:style'] === 'long';
    if (name === 'number:year') this.add(long ? 'yyyy' : 'yy');
    else if (name === 'number:month') this.add(long ? 'mm' : 'm');
    else if (name === 'number:day') this.add(long ? 'dd' : 'd');
    else if (name === 'number:number') this.add(numberCode(attributes));
    else if (name !== 'number:text') this.add('?');
  }

  private add(code: string): void {
    this.codes.set(this.format!, this.codes.get(this.format!) + code);
  }
}

function numberCode(attributes: Attributes): string {
  const decimals = attributes['number:decimal-places'];
  if (decimals === undefined) return 'General';
  const whole = attributes['number:grouping'] === 'true' ? '#,##0' : '0';
  return Number(decimals) > 0 ? `${whole}.${'0'.repeat(Math.min(Number(decimals), 20))}` : whole;
}
