import { address } from '../addresses.js';
import type { Archive } from '../archive.js';
import { readXml } from '../xml-parts.js';

/** How a sheet shows when the file is opened. */
export interface OdsView {
  readonly frozen: boolean;
  readonly opensCell: string;
}

/** What the settings of an ODS workbook say; without any, it opens at A1 of its first sheet. */
export async function odsSettings(
  archive: Archive,
): Promise<{ active: string | null; views: ReadonlyMap<string, OdsView> }> {
  const items = new Map<string, Map<string, string>>();
  let [active, sheet, item, text]: [string | null, string, string, string] = [null, '', '', ''];
  if (archive.has('settings.xml'))
    await readXml(archive, 'settings.xml', {
      open: (name, attributes) => {
        const called = attributes['config:name'] ?? '';
        if (name === 'config:config-item-map-entry') sheet = called;
        if (name === 'config:config-item') [item, text] = [called, ''];
      },
      text: (piece) => void (text += piece),
      close: (name) => {
        if (name === 'config:config-item-map-entry') sheet = '';
        if (name !== 'config:config-item') return;
        if (item === 'ActiveTable') active = text;
        const known = items.get(sheet) ?? new Map<string, string>();
        items.set(sheet, known.set(item, text));
      },
    });
  return { active, views: new Map([...items].map(([name, all]) => [name, viewOf(all)])) };
}

function viewOf(items: ReadonlyMap<string, string>): OdsView {
  const number = (name: string) => Number(items.get(name) ?? 0);
  return {
    frozen: number('HorizontalSplitMode') !== 0 || number('VerticalSplitMode') !== 0,
    opensCell: address(number('CursorPositionY') + 1, number('CursorPositionX') + 1),
  };
}
