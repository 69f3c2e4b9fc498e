import { type Pack, type PackColumn, type PackRow, type PackTable, whySuppressed } from '@headway/domain';
import {
  type CoverLine,
  type Publication,
  type PublishedCell,
  type PublishedColumn,
  type PublishedSheet,
  type WorkbookFormat,
  writePublication,
} from '@headway/workbook';

/** The pack as an accessible workbook: a cover, contents, notes and a table a sheet. */
export function workbookForm(pack: Pack, format: WorkbookFormat): Promise<Uint8Array> {
  return writePublication(publicationOf(pack), format);
}

export function publicationOf(pack: Pack): Publication {
  return {
    title: pack.title,
    language: 'en-GB',
    cover: [
      ...[`${pack.subtitle}.`, ...pack.headline],
      { heading: 'About this file' },
      ...pack.facts.map(([label, value]) => `${label}: ${value}`),
      { heading: 'Contact' },
      contactOf(pack.contact),
      ...pack.definitions.flatMap(({ heading, terms }): CoverLine[] => [
        { heading },
        ...terms.map(([term, meaning]) => `${term}: ${meaning}`),
      ]),
    ],
    notes: pack.notes,
    marks: {
      r: 'revised: another value was published before',
      c: whySuppressed,
    },
    sheets: pack.tables.map(sheetOf),
  };
}

function contactOf(contact: string): CoverLine {
  return /^[^\s@]+@[^\s@]+$/.test(contact) ? { text: contact, link: `mailto:${contact}` } : contact;
}

function sheetOf({ name, title, lines, notes, columns, rows }: PackTable): PublishedSheet {
  return {
    ...{ name, title, lines, notes },
    columns: columns.map(columnOf),
    rows: rows.map((row) => columns.map((column, n) => cellOf(column, row, n))),
  };
}

function columnOf({ header, type, unit, blank, notes }: PackColumn): PublishedColumn {
  const column = { header, blank, notes };
  if (type === 'share') return { ...column, type };
  if (type === 'points' || type === 'margin') return { ...column, type: 'number', unit: unit!, decimals: 1 };
  return type === 'number' ? { ...column, type, unit: unit!, decimals: 0 } : { ...column, type };
}

/** A workbook holds a share as a fraction: 15.3 per cent is 0.153. */
function cellOf(
  { key, type, blank }: PackColumn,
  { cells, revised, suppressed }: PackRow,
  n: number,
): PublishedCell {
  const isRevised = revised.includes(key);
  if (suppressed.includes(key)) return { mark: 'c', revised: isRevised };
  const value = cells[n] ?? null;
  // What is no longer there is as much of a change.
  if (value === null || value === '') return isRevised ? { mark: blank, revised: true } : null;
  const held = type === 'share' ? Number((Number(value) / 100).toFixed(3)) : value;
  return isRevised ? { value: held, revised: true } : held;
}
