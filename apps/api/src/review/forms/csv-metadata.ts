import {
  type Pack,
  type PackColumn,
  type PackTable,
  fileColumns,
  notTold,
  whySuppressed,
} from '@headway/domain';

/** What a column's values are, in the words of XML Schema. */
const datatypes: Readonly<Record<PackColumn['type'], unknown>> = {
  text: 'string',
  number: 'integer',
  share: 'decimal',
  points: 'decimal',
  margin: 'decimal',
  date: { base: 'date', format: 'yyyy-MM-dd' },
};

/** A table group of CSV on the Web (https://www.w3.org/TR/tabular-metadata/): each file with its columns. */
export function csvMetadata(pack: Pack): object {
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
    'dc:title': pack.title,
    'dc:description': pack.headline.join(' '),
    'dc:issued': { '@value': pack.frozenAt, '@type': 'xsd:dateTime' },
    'dc:identifier': pack.facts.at(-1)![1],
    dialect: { encoding: 'utf-8', header: true, lineTerminators: ['\r\n'] },
    tables: pack.tables.map((table) => tableOf(pack, table)),
  };
}

function tableOf({ notes }: Pack, table: PackTable): object {
  const said = [...table.lines, ...table.notes.map((key) => notes[key]!)].join(' ');
  return {
    url: `${table.key}.csv`,
    'dc:title': table.title,
    ...(said ? { 'dc:description': said } : {}),
    tableSchema: {
      columns: fileColumns(table).map(({ name, title, of, marks }) => {
        const hides = !marks && table.rows.some(({ suppressed }) => suppressed.includes(of.key));
        const about = marks
          ? 'r where another value was published before'
          : [...of.notes.map((key) => notes[key]!), blankWords(of), ...(hides ? [hiddenWords()] : [])].join(
              ' ',
            );
        return {
          name,
          titles: title,
          datatype: marks ? 'string' : datatypes[of.type],
          ...(hides ? { null: ['', notTold] } : {}),
          'dc:description': about,
        };
      }),
    },
  };
}

function hiddenWords(): string {
  return `${notTold} where it is ${whySuppressed}.`;
}

function blankWords({ blank }: PackColumn): string {
  return `Empty where it is not ${blank === 'x' ? 'available' : 'applicable'}.`;
}
