export interface Use {
  readonly copy: string;
  readonly serves: boolean;
}
export function copyFor(root: string): string;
export function makeCopy(root: string, copy: string): void;
export function noteUse(root: string, pid: number, use: Use): void;
export function servedCopy(root: string): string | undefined;
export function clearAwayCopies(root: string, kept: string): void;
export function runsFrom(pid: number, folder: string): boolean;
