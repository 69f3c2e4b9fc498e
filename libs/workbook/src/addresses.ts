/** The letters of a column counted from 1: `E` for 5. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/** A cell as spreadsheets call it: `E14`. */
export function address(row: number, column: number): string {
  return `${columnLetters(column)}${row}`;
}

/** Row and column, counted from 1, of `E14`; null where it is no address. */
export function placeOf(text: string): { row: number; column: number } | null {
  const [, letters, row] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(text) ?? [];
  if (!letters || !row || Number(row) === 0) return null;
  const column = [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { row: Number(row), column };
}
