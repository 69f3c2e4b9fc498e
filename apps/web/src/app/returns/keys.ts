/**
 * Where a key takes the focus from the tick box of one row: to another row, to what can be done with
 * the ticked, or nowhere. -1 is the box that ticks all. Only keys that do nothing in a tick box by nature.
 */
export function moved(key: string, from: number, rows: number): number | 'actions' | null {
  switch (key) {
    case 'ArrowDown':
      return from + 1 < rows ? from + 1 : null;
    case 'ArrowUp':
      return from >= 0 ? from - 1 : null;
    case 'Home':
      return rows > 0 ? 0 : null;
    case 'End':
      return rows > 0 ? rows - 1 : null;
    case 'Enter':
      return 'actions';
    default:
      return null;
  }
}
