/**
 * Puts text on the clipboard. Where the browser keeps that to itself, what the reader sees is selected and copied in
 * the old way; false where that is refused too, and what is selected waits for the reader to copy it.
 */
export async function copyText(document: Document, text: string, seen: HTMLElement): Promise<boolean> {
  try {
    await document.defaultView!.navigator.clipboard.writeText(text);
    return true;
  } catch {
    document.getSelection()?.selectAllChildren(seen);
    return document.execCommand('copy');
  }
}
