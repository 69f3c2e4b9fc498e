import { buffer } from 'node:stream/consumers';
import { compilePdf } from './compile-pdf.js';
import { type PackDocument } from './pack-document.js';

/** The process that `renderPdf` starts: a document as JSON in, a PDF out. */
const document = JSON.parse((await buffer(process.stdin)).toString('utf8')) as PackDocument;
process.stdout.end(compilePdf(document));
