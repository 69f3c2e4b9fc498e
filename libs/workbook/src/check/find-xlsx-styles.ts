import type { Archive } from '../archive.js';
import { eachElement } from '../xml-parts.js';
import type { Attributes } from '../xml-reader.js';
import type { Look } from './found.js';
import { builtInCodes, formatOf } from './format.js';

type Font = Pick<Look, 'bold' | 'italic' | 'font' | 'points'>;

/** How cells look, by the number of their style. */
export async function xlsxLooks(archive: Archive, part: string): Promise<readonly Look[]> {
  const styles = new XlsxLooks();
  await eachElement(archive, part, (name, attributes) => styles.open(name, attributes));
  return styles.looks;
}

class XlsxLooks {
  readonly looks: Look[] = [];
  private readonly fonts: Font[] = [];
  private readonly fills: boolean[] = [];
  private readonly codes = new Map<number, string>();
  private within = '';

  open(name: string, attributes: Attributes): void {
    if (/^(fonts|fills|borders|cellStyleXfs|cellXfs|cellStyles|dxfs)$/.test(name)) this.within = name;
    else if (name === 'numFmt')
      this.codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
    else if (this.within === 'fonts') this.font(name, attributes['val']);
    else if (this.within === 'fills' && name === 'patternFill')
      this.fills.push((attributes['patternType'] ?? 'none') !== 'none');
    else if (this.within === 'fills' && name === 'gradientFill') this.fills.push(true);
    else if (this.within === 'cellXfs' && name === 'xf') this.looks.push(this.look(attributes));
    else if (this.within === 'cellXfs' && name === 'alignment') this.align(attributes);
  }

  private font(name: string, value: string | undefined): void {
    if (name === 'font') this.fonts.push({ bold: false, italic: false, font: '', points: 0 });
    const says: Partial<Record<string, Partial<Font>>> = {
      b: { bold: isTrue(value ?? '1') },
      i: { italic: isTrue(value ?? '1') },
      sz: { points: Number(value) },
      name: { font: value ?? '' },
    };
    if (says[name]) Object.assign(this.fonts.at(-1) ?? {}, says[name]);
  }

  private look(attributes: Attributes): Look {
    const id = Number(attributes['numFmtId'] ?? 0);
    return {
      ...{ bold: false, italic: false, font: '', points: 0 },
      ...this.fonts[Number(attributes['fontId'] ?? 0)],
      ...{ filled: this.fills[Number(attributes['fillId'] ?? 0)] ?? false, wrapped: false, right: false },
      format: formatOf(this.codes.get(id) ?? builtInCodes[id] ?? ''),
      quoted: isTrue(attributes['quotePrefix']),
    };
  }

  private align({ wrapText, horizontal }: Attributes): void {
    const aligned = { wrapped: isTrue(wrapText), right: horizontal === 'right' };
    this.looks.push({ ...this.looks.pop()!, ...aligned });
  }
}

export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}
