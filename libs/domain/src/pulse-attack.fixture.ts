/** A published total: of which cells (by number, each once), and how much. */
export interface Total {
  readonly cells: readonly number[];
  readonly total: number;
}

/** One row of the solved system: what of which cells comes to how much. */
interface Row {
  readonly of: Float64Array;
  total: number;
}

/**
 * All that totals tell of cells that are whole numbers from nought up: the system brought to reduced row
 * echelon form in exact integers, over and over, as long as bounds settle more cells: a row with nothing
 * subtracted comes to nought, or a total leaves a cell no more and no less than one number.
 */
export function solved(totals: readonly Total[], cells: number): { rows: Row[]; nought: Set<number> } {
  const settled = bounded(totals, cells);
  const nought = new Set(settled.filter(({ total }) => total === 0).flatMap((one) => one.cells));
  for (;;) {
    const rows = reduced([...totals, ...settled], cells, nought);
    const found = rows
      .filter(({ of, total }) => total === 0 && of.every((n) => n >= 0))
      .flatMap(({ of }) => [...of.keys()].filter((cell) => of[cell] !== 0));
    if (found.length === 0) return { rows, nought };
    for (const cell of found) nought.add(cell);
  }
}

/** The cells that bounds settle: none is more than a total it is in, nor less than what the others leave of it. */
function bounded(totals: readonly Total[], cells: number): Total[] {
  const most = new Float64Array(cells).fill(Infinity);
  const least = new Float64Array(cells);
  for (let changed = true; changed;) {
    changed = false;
    for (const { cells: of, total } of totals) {
      const [atMost, atLeast] = [most, least].map((bounds) =>
        of.reduce((sum, cell) => sum + bounds[cell]!, 0),
      );
      for (const cell of of) {
        const high = total - (atLeast! - least[cell]!);
        const low = atMost! < Infinity ? total - (atMost! - most[cell]!) : 0;
        if (high >= most[cell]! && low <= least[cell]!) continue;
        most[cell] = Math.min(most[cell]!, high);
        least[cell] = Math.max(least[cell]!, low);
        changed = true;
        break;
      }
    }
  }
  const settled = [...most.keys()].filter((cell) => most[cell] === least[cell]);
  return settled.map((cell) => ({ cells: [cell], total: most[cell]! }));
}

function reduced(totals: readonly Total[], cells: number, nought: ReadonlySet<number>): Row[] {
  const rows = totals.map(({ cells: of, total }): Row => {
    const row = new Float64Array(cells);
    for (const cell of of) if (!nought.has(cell)) row[cell] = 1;
    return { of: row, total };
  });
  let rank = 0;
  for (let cell = 0; cell < cells && rank < rows.length; cell++) {
    const at = rows.findIndex(({ of }, i) => i >= rank && of[cell] !== 0);
    if (at === -1) continue;
    [rows[rank], rows[at]] = [rows[at]!, rows[rank]!];
    const pivot = rows[rank]!;
    if (pivot.of[cell]! < 0) scale(pivot, -1);
    for (const row of rows) if (row !== pivot && row.of[cell] !== 0) clear(row, pivot, cell);
    rank++;
  }
  return rows.slice(0, rank);
}

function scale(row: Row, by: number): void {
  for (let i = 0; i < row.of.length; i++) row.of[i]! *= by;
  row.total *= by;
}

/** Takes the pivot's multiple off, in integers: no fraction is ever rounded. */
function clear(row: Row, pivot: Row, cell: number): void {
  const [a, b] = [pivot.of[cell]!, row.of[cell]!];
  if (a !== 1) scale(row, a);
  for (let i = 0; i < row.of.length; i++) if (pivot.of[i] !== 0) row.of[i]! -= b * pivot.of[i]!;
  row.total -= b * pivot.total;
  if (a !== 1) {
    const common = row.of.reduce(divisor, Math.abs(row.total));
    if (common > 1) scale(row, 1 / common);
  }
  if (!Number.isSafeInteger(row.total)) throw new Error('Beyond exact integers');
}

function divisor(a: number, b: number): number {
  return b === 0 ? Math.abs(a) : divisor(b, a % b);
}

/** What these cells come to, where the totals settle it; null where they leave it open. */
export function workedOut(
  { rows, nought }: ReturnType<typeof solved>,
  cells: readonly number[],
  all: number,
): number | null {
  const rest = new Float64Array(all);
  for (const cell of cells) if (!nought.has(cell)) rest[cell] = 1;
  let total = 0;
  for (const { of, total: known } of rows) {
    const pivot = of.findIndex((n) => n !== 0);
    const times = rest[pivot]! / of[pivot]!;
    if (times === 0) continue;
    total += times * known;
    for (let i = pivot; i < all; i++) if (of[i] !== 0) rest[i]! -= times * of[i]!;
  }
  return rest.every((n) => Math.abs(n) < 1e-9) ? total : null;
}

/**
 * The totals of every set of cells whatsoever that the system settles, cells of nought left out. A set takes
 * each cell once or not at all, so it takes each row's first cell once or not at all: it is the sum of some
 * of the rows (each divided by its first number), and all such sums are tried, part by part where no
 * cell is in two parts.
 */
export function everySet({ rows }: ReturnType<typeof solved>): number[] {
  return parts(rows).flatMap((part) => {
    if (part.length > 20) throw new Error('Too much to try');
    const sums: number[] = [];
    const sum = new Float64Array(part[0]!.of.length);
    const add = ({ of }: Row, sign: number) => {
      const pivot = of.find((n) => n !== 0)!;
      for (let i = 0; i < of.length; i++) if (of[i] !== 0) sum[i]! += (sign * of[i]!) / pivot;
    };
    const among = (from: number, total: number): void => {
      if (from === part.length) {
        if (sum.some((n) => n === 1) && sum.every((n) => n === 0 || n === 1)) sums.push(total);
        return;
      }
      among(from + 1, total);
      const row = part[from]!;
      add(row, 1);
      among(from + 1, total + row.total / row.of.find((n) => n !== 0)!);
      add(row, -1);
    };
    among(0, 0);
    return sums;
  });
}

/** Rows that have cells in common, together. */
function parts(rows: readonly Row[]): Row[][] {
  return rows.reduce<Row[][]>((found, row) => {
    const meets = (part: readonly Row[]) =>
      part.some(({ of }) => of.some((n, i) => n !== 0 && row.of[i] !== 0));
    return [...found.filter((part) => !meets(part)), [...found.filter(meets).flat(), row]];
  }, []);
}

/** What is published of a wave as sums of cells: an organisation itself and a grade in each. */
export interface Published {
  readonly took: readonly Total[];
  /** By way to part those who answered a question, by answer. */
  readonly partings: readonly (readonly (readonly Total[])[])[];
}

/**
 * Somebody who holds all that is published of all questions at once, and solves for how many are in some cells:
 * all who took part, or those who gave one of some answers; null where it is left open.
 */
export function attacker({ took, partings }: Published, cells: number, people: number) {
  const layer = (n: number, of: readonly number[]) => of.map((cell) => n * cells + cell);
  // By cell: the people who are not there, then for each parting those who gave each answer, and who gave none.
  const starts = partings.map(
    (_, p) => 1 + partings.slice(0, p).reduce((n, { length }) => n + length + 1, 0),
  );
  const layers = 1 + partings.reduce((n, { length }) => n + length + 1, 0);
  const all = layers * cells;
  const elsewhere = took.map(({ cells: of, total }) => ({
    cells: layer(0, of),
    total: of.length * people - total,
  }));
  const given = partings.flatMap((answers, p) =>
    answers.flatMap((totals, n) =>
      totals.map(({ cells: of, total }) => ({ cells: layer(starts[p]! + n, of), total })),
    ),
  );
  const parted = partings.flatMap(({ length }, p) =>
    Array.from({ length: cells }, (_, cell) => ({
      cells: [0, ...Array.from({ length: length + 1 }, (_answer, n) => starts[p]! + n)].flatMap((n) =>
        layer(n, [cell]),
      ),
      total: people,
    })),
  );
  const system = solved([...elsewhere, ...given, ...parted], all);
  return {
    tookPart(of: readonly number[]): number | null {
      const others = workedOut(system, layer(0, of), all);
      return others === null ? null : of.length * people - others;
    },
    gave(of: readonly number[], parting: number, answers: readonly number[]): number | null {
      return workedOut(
        system,
        answers.flatMap((n) => layer(starts[parting]! + n, of)),
        all,
      );
    },
  };
}
