import {
  type Breaks,
  content,
  cover,
  item,
  organisations,
  services,
  settings,
  table,
  xlsxStyles,
} from './broken-files.fixture.js';

export const lookBreaks: Breaks = {
  'sans-12': {
    ods: [
      [['styles.xml', 'fo:font-family="Arial"', 'fo:font-family="Times New Roman"']],
      [['styles.xml', 'fo:font-size="12pt"', 'fo:font-size="11pt"']],
    ],
    xlsx: [
      [[xlsxStyles, '<name val="Arial"/>', '<name val="Cambria"/>']],
      [[xlsxStyles, '<sz val="12"/>', '<sz val="11"/>']],
    ],
  },
  'no-italics': {
    ods: [[[content, 'fo:font-weight="bold"', 'fo:font-weight="bold" fo:font-style="italic"']]],
    xlsx: [[[xlsxStyles, '<font><b/>', '<font><b/><i/>']]],
  },
  'no-fills': {
    ods: [
      [[content, 'fo:wrap-option="wrap"', 'fo:wrap-option="wrap" fo:background-color="#ffff00"']],
      [[content, 'table:name="Services" ', 'table:name="Services" table:template-name="Blue" ']],
      [
        [
          content,
          '</style:style>',
          '<style:map style:condition="cell-content()=1" style:apply-style-name="link"/></style:style>',
        ],
      ],
    ],
    xlsx: [
      [[xlsxStyles, 'patternType="none"', 'patternType="solid"']],
      [
        [
          table,
          '</tableColumns>',
          '</tableColumns><tableStyleInfo name="TableStyleMedium2" showRowStripes="1"/>',
        ],
      ],
      [[services, '</sheetData>', '</sheetData><conditionalFormatting sqref="A1"/>']],
    ],
  },
  wrapped: {
    ods: [[[content, 'fo:wrap-option="wrap"', 'fo:wrap-option="no-wrap"']]],
    xlsx: [[[xlsxStyles, 'wrapText="1"', 'wrapText="0"']]],
  },
  'bold-headers': {
    ods: [
      [[content, 'table:style-name="header"', 'table:style-name="text"']],
      [[content, /table:style-name="text"([^>]*><text:p>00012)/, 'table:style-name="header"$1']],
    ],
    xlsx: [
      [[services, /<c r="A3" s="\d+"/, '<c r="A3" s="0"']],
      [[services, /<c r="A17" s="\d+"/, '<c r="A17" s="1"']],
    ],
  },
  'numbers-right': {
    ods: [[[content, 'fo:text-align="end"', 'fo:text-align="start"']]],
    xlsx: [[[xlsxStyles, 'horizontal="right"', 'horizontal="left"']]],
  },
  'sensible-widths': {
    ods: [
      [[content, /column-width="3.08cm"/, 'column-width="0.5cm"']],
      [[content, /<table:table-column[^>]*>/g, '']],
    ],
    xlsx: [
      [[services, 'width="14"', 'width="200"']],
      [[services, /<cols>.*<\/cols>/, '']],
      [
        [organisations, /(<col min="2" max="2") width="\d+"/, '$1 width="8"'],
        [organisations, '<v>98765</v>', '<v>9876543210</v>'],
      ],
    ],
  },
  'no-frozen-panes': {
    ods: [[['settings.xml', '', settings('Cover', item('VerticalSplitMode', 2))]]],
    xlsx: [[[services, /(<sheetView [^>]*>)/, '$1<pane ySplit="3" topLeftCell="A4" state="frozen"/>']]],
  },
  'no-filters': {
    ods: [
      [
        [
          content,
          'table:contains-header="true"',
          'table:contains-header="true" table:display-filter-buttons="true"',
        ],
      ],
      [[content, /(table:name="services"[^>]*)\/>/, '$1><table:filter/></table:database-range>']],
    ],
    xlsx: [
      [[table, '<tableColumns', '<autoFilter ref="A3:B17"/><tableColumns']],
      [[services, '</sheetData>', '</sheetData><autoFilter ref="A3:B17"/>']],
    ],
  },
  'document-title': {
    ods: [[['meta.xml', /<dc:title>.*<\/dc:title>/, '']]],
    xlsx: [[['docProps/core.xml', /<dc:title>.*<\/dc:title>/, '<dc:title>Book1</dc:title>']]],
  },
  'document-language': {
    ods: [
      [['meta.xml', /<dc:language>.*<\/dc:language>/, '']],
      [['styles.xml', 'fo:country="GB"', 'fo:country="US"']],
    ],
    xlsx: [[['docProps/core.xml', /<dc:language>.*<\/dc:language>/, '']]],
  },
  'opens-at-a1': {
    ods: [
      [['settings.xml', '', settings('Services', '')]],
      [['settings.xml', '', settings('Cover', item('CursorPositionY', 4))]],
    ],
    xlsx: [
      [['xl/workbook.xml', 'activeTab="0"', 'activeTab="2"']],
      [[cover, 'activeCell="A1" sqref="A1"', 'activeCell="C9" sqref="C9"']],
    ],
  },
  timeless: {
    ods: [
      [
        [
          'meta.xml',
          '</office:meta>',
          '<meta:creation-date>2026-12-31T12:00:00</meta:creation-date></office:meta>',
        ],
      ],
    ],
    xlsx: [
      [
        [
          'docProps/core.xml',
          '</cp:coreProperties>',
          '<dcterms:created xmlns:dcterms="http://purl.org/dc/terms/">2026-12-31T12:00:00Z</dcterms:created></cp:coreProperties>',
        ],
      ],
    ],
  },
};
