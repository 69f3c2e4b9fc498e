import { HeadwayProblem } from '@headway/domain';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** @throws 422 with what is wrong with the file as a whole. */
export function unreadable(code: string, message: string): HeadwayProblem {
  return new HeadwayProblem('file_has_errors', message, [{ pointer: '', code, message }]);
}

/** The text of a file as spreadsheets save it, and how it was read: by its mark, else by what fits. */
export function decode(bytes: Buffer): { text: string; encoding: Encoding } {
  if (bytes.length === 0) throw unreadable('file_empty', 'The file is empty');
  const encoding = encodingOf(bytes);
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    if (text.includes('\0'))
      throw unreadable(
        'file_not_text',
        'The file is neither text nor a workbook. Save it as CSV, XLSX or ODS and choose it again',
      );
    return { text, encoding };
  } catch (error) {
    if (error instanceof HeadwayProblem) throw error;
    throw unreadable('file_broken', `The file says that it is ${encoding.toUpperCase()} but is not`);
  }
}

function encodingOf(bytes: Buffer): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const start = bytes.subarray(0, 512);
  const zeros = [0, 1].map((odd) => start.filter((byte, index) => byte === 0 && index % 2 === odd).length);
  if (zeros[1]! > start.length / 4) return 'utf-16le';
  if (zeros[0]! > start.length / 4) return 'utf-16be';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    // Not UTF-8 at all: what older spreadsheets in Britain save.
    return bytes.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf])) ? 'utf-8' : 'windows-1252';
  }
}
