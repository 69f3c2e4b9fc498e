import { titleOf } from './places.js';
import type { Rule } from './breach.js';

/** What is so of the document as a whole. */
export const documentRules: readonly Rule[] = [
  {
    name: 'document-title',
    says: 'The document has a title, the same that its cover shows',
    *find({ title, sheets }) {
      const [cover] = sheets;
      if (title.trim() === '' || (cover && titleOf(cover) !== title))
        yield { sheet: null, message: `The document is called ${title || 'nothing'}` };
    },
  },
  {
    name: 'document-language',
    says: 'The document says its language, and its text the same one',
    *find({ language, textLanguage }) {
      if (!/^[a-z]{2,3}-[A-Z]{2}$/.test(language) || (textLanguage !== null && textLanguage !== language))
        yield {
          sheet: null,
          message: `The language is ${language || 'none'}, and that of the text ${textLanguage}`,
        };
    },
  },
  {
    name: 'opens-at-a1',
    says: 'The file opens on its first sheet, and each sheet at A1',
    *find({ opensSheet, sheets }) {
      if (opensSheet !== 0) yield { sheet: null, message: `The file opens on sheet ${opensSheet + 1}` };
      for (const { name, opensCell } of sheets)
        if (opensCell !== 'A1') yield { sheet: name, message: `The sheet opens at ${opensCell}` };
    },
  },
  {
    name: 'timeless',
    says: 'No part tells when it was made, so that the same content is the same bytes',
    *find({ timeless }) {
      if (!timeless) yield { sheet: null, message: 'The file tells when it was made' };
    },
  },
];
