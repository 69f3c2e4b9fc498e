export interface PageLink {
  readonly number: number;
  readonly href: string;
  readonly current: boolean;
}

export interface PageLinks {
  readonly previous: string | null;
  readonly next: string | null;
  readonly items: readonly (PageLink | 'ellipsis')[];
}

/** Links to the first, last, present and neighbouring pages, with gaps where pages are left out. */
export function pageLinks(page: number, pages: number, href: (page: number) => string, reach = 1): PageLinks {
  const shown = Array.from({ length: pages }, (_, index) => index + 1).filter(
    (n) => n === 1 || n === pages || Math.abs(n - page) <= reach,
  );
  const items: (PageLink | 'ellipsis')[] = [];
  for (const [index, number] of shown.entries()) {
    const skipped = number - (shown[index - 1] ?? 0) - 1;
    // A gap of one page takes as much room as the page it hides.
    if (skipped === 1) items.push({ number: number - 1, href: href(number - 1), current: false });
    if (skipped > 1) items.push('ellipsis');
    items.push({ number, href: href(number), current: number === page });
  }
  return {
    previous: page > 1 ? href(page - 1) : null,
    next: page < pages ? href(page + 1) : null,
    items,
  };
}
