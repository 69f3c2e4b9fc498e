import { type Breaks, content, services, table, texts } from './broken-files.fixture.js';

export const structureBreaks: Breaks = {
  'sheets-in-order': {
    ods: [[[content, 'table:name="Notes"', 'table:name="Remarks"']]],
    xlsx: [[['xl/workbook.xml', 'name="Notes"', 'name="Remarks"']]],
  },
  'nothing-hidden': {
    ods: [
      [[content, '<table:table-row ', '<table:table-row table:visibility="collapse" ']],
      [[content, '<table:table-column ', '<table:table-column table:visibility="collapse" ']],
      [[content, 'table:display="true"', 'table:display="false"']],
    ],
    xlsx: [
      [['xl/workbook.xml', 'name="Services"', 'name="Services" state="hidden"']],
      [[services, '<row r="4"', '<row r="4" hidden="1"']],
      [[services, '<col ', '<col hidden="1" ']],
    ],
  },
  'title-in-a1': {
    ods: [
      [[content, 'table:style-name="title"', 'table:style-name="text"']],
      [
        [
          content,
          /<table:table-cell table:style-name="title"[^>]*><text:p>Every service<\/text:p><\/table:table-cell>/,
          '<table:table-cell/>',
        ],
      ],
    ],
    xlsx: [[[services, /<c r="A1" s="\d+"/, '<c r="A1" s="0"']], [[services, /<c r="A1".*?<\/c>/, '']]],
  },
  'one-table': {
    ods: [[[content, /<table:database-range table:name="services"[^>]*>/, '']]],
    xlsx: [[[services, /<tableParts.*<\/tableParts>/, '']]],
  },
  'says-one-table': {
    ods: [[[content, 'This worksheet contains one table', 'Table 1']]],
    xlsx: [[[texts, 'This worksheet contains one table', 'Table 1']]],
  },
  'table-names': {
    ods: [
      [[content, 'database-range table:name="services"', 'database-range table:name="Signals"']],
      [[content, 'database-range table:name="services"', 'database-range table:name="AB12"']],
    ],
    xlsx: [
      [[table, 'displayName="services"', 'displayName="SIGNALS"']],
      [[table, 'displayName="services"', 'displayName="My table"']],
    ],
  },
  'left-edge': {
    ods: [[[content, 'Services.A3', 'Services.B3']]],
    xlsx: [[[table, 'ref="A3', 'ref="B3']]],
  },
  'one-header-row': {
    ods: [
      [[content, /contains-header="true"/g, 'contains-header="false"']],
      [[content, /<\/?table:table-header-rows>/g, '']],
      [[content, '<text:p>Opened on</text:p>', '<text:p>Service</text:p>']],
      [[content, '<text:p>Opened on</text:p>', '']],
    ],
    xlsx: [
      [[table, '<table ', '<table headerRowCount="0" ']],
      [[table, 'name="Opened on"', 'name="Opened"']],
      [
        [texts, '<t>Opened on</t>', '<t>SERVICE</t>'],
        [table, 'name="Opened on"', 'name="SERVICE"'],
      ],
      [[services, /<c r="B3".*?<\/c>/, '']],
    ],
  },
  'nothing-beside': {
    ods: [
      [
        [
          content,
          '</table:table><table:database-ranges>',
          '<table:table-row><table:table-cell table:style-name="text" office:value-type="string"><text:p>Source</text:p></table:table-cell></table:table-row></table:table><table:database-ranges>',
        ],
      ],
      [[content, 'Services.A3:Services.B17', 'Services.A3:Services.B16']],
    ],
    xlsx: [
      [[services, '</sheetData>', '<row r="30"><c r="A30" s="0" t="s"><v>0</v></c></row></sheetData>']],
      [[services, /(<c r="A1".*?<\/c>)/, '$1<c r="B1" s="0" t="s"><v>0</v></c>']],
    ],
  },
  'nothing-merged': {
    ods: [[[content, '<table:table-cell ', '<table:table-cell table:number-columns-spanned="2" ']]],
    xlsx: [
      [[services, '</sheetData>', '</sheetData><mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>']],
    ],
  },
  'nothing-blank': {
    ods: [
      [
        [
          content,
          /<table:table-cell[^>]*><text:p>00012<\/text:p><\/table:table-cell>/,
          '<table:table-cell/>',
        ],
      ],
      [
        [
          content,
          /(<table:table-row [^>]*>)<table:table-cell[^>]*><text:p>Ordered by name.<\/text:p><\/table:table-cell>/,
          '$1<table:table-cell/>',
        ],
      ],
    ],
    xlsx: [[[services, /<c r="A5".*?<\/c>/, '']], [[services, /<row r="2".*?<\/row>/, '']]],
  },
  'contents-list-all': {
    ods: [
      [[content, 'xlink:href="#Services.A1"', 'xlink:href="#Signals.A1"']],
      [[content, '<text:p>Every service</text:p>', '<text:p>Some services</text:p>']],
    ],
    xlsx: [
      [['xl/worksheets/sheet2.xml', /location="'Services'/, `location="'Signals'`]],
      [['xl/worksheets/sheet2.xml', /<hyperlink ref="A5".*?\/>/, '']],
    ],
  },
  'links-lead': {
    ods: [
      [[content, 'xlink:href="mailto:', 'xlink:href="javascript:']],
      [[content, 'xlink:href="#Services.A1"', 'xlink:href="#Elsewhere.A1"']],
    ],
    xlsx: [
      [['xl/worksheets/_rels/sheet1.xml.rels', 'https://', 'file://']],
      [['xl/worksheets/sheet2.xml', /location="'Services'/, `location="'Elsewhere'`]],
    ],
  },
};
