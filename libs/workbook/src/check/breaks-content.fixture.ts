import { type Breaks, content, organisations, services, texts, xlsxStyles } from './broken-files.fixture.js';

export const contentBreaks: Breaks = {
  'marks-explained': {
    ods: [
      [[content, '[c] means', '[r] means']],
      [[content, '<text:p>Every service', '<text:p>[x] means much']],
    ],
    xlsx: [[[texts, '[c] means', 'c means']], [[texts, '<t>Every service', '<t>[x] means much']]],
  },
  'notes-match': {
    ods: [
      [[content, 'Examples [note 3]', 'Examples [note 9]']],
      [[content, 'Examples [note 3]', 'Examples']],
      [[content, '<text:p>[note 3]', '<text:p>[note 4]']],
    ],
    xlsx: [
      [[texts, 'Examples [note 3]', 'Examples [note 9]']],
      [[texts, 'Examples [note 3]', 'Examples']],
      [[texts, '<t>[note 3]', '<t>[note 4]']],
    ],
  },
  'notes-said': {
    ods: [
      [[content, 'Some cells refer to notes', 'Look at the notes']],
      [
        [
          content,
          '<text:p>There is nothing to list',
          '<text:p>Some cells refer to notes, which are on the worksheet Notes',
        ],
      ],
    ],
    xlsx: [
      [[texts, 'Some cells refer to notes', 'Look at the notes']],
      [
        [
          texts,
          '<t>There is nothing to list',
          '<t>Some cells refer to notes, which are on the worksheet Notes',
        ],
      ],
    ],
  },
  'no-formulas': {
    ods: [[[content, '<table:table-cell ', '<table:table-cell table:formula="of:=1+1" ']]],
    xlsx: [[[services, /(<c r="B4"[^>]*>)/, '$1<f>1+1</f>']]],
  },
  'typed-values': {
    ods: [
      [[content, ' office:value-type="string"', '']],
      [
        [
          content,
          'office:value-type="float" office:value="1234"',
          'office:value-type="boolean" office:boolean-value="true"',
        ],
      ],
    ],
    xlsx: [[[xlsxStyles, ' quotePrefix="1"', '']], [[services, /(<c r="A5" s="\d+") t="s"/, '$1 t="str"']]],
  },
  'numbers-stay-numbers': {
    ods: [[[content, 'office:value-type="float" office:value="1234"', 'office:value-type="string"']]],
    xlsx: [[[organisations, /(<c r="B\d+" s="\d+")><v>1234</, '$1 t="s"><v>0<']]],
  },
  'number-formats': {
    ods: [
      [[content, /number:grouping="true"/, 'number:grouping="false"']],
      [[content, /(<number:percentage-style.*?decimal-places=)"1"/, '$1"3"']],
      [[content, '<number:year number:style="long"/>', '<number:year/>']],
      [[content, 'office:value-type="percentage"', 'office:value-type="float"']],
    ],
    xlsx: [
      [[xlsxStyles, 'numFmtId="3"', 'numFmtId="1"']],
      [[xlsxStyles, '"0.0%"', '"0%"']],
      [[xlsxStyles, 'yyyy\\-mm\\-dd', 'dd/mm/yy']],
    ],
  },
  'units-in-headers': {
    ods: [[[content, 'Services (number)', 'Services']]],
    xlsx: [[[texts, 'Services (number)', 'Services']]],
  },
  'revised-beside-value': {
    ods: [[[content, 'Revised: Services (number)', 'Changed']]],
    xlsx: [[[texts, 'Revised: Services (number)', 'Revised: Live (services)']]],
  },
};
