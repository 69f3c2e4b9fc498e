import { shortShare } from '@headway/charts';
import {
  type Confidence,
  asConfident,
  confidenceLabels,
  confidenceSentence,
  quarterName,
} from '@headway/domain';
import { baseWords, instead, notShown, shareWords } from '../pulse-words';
import { type Beside, type Line, hidden, number, tenth, words } from './lines';

/** What the last return says, and how many of the staff are as confident. */
export function confidenceBeside(all: readonly Line[], one: Line): Beside {
  // Returns are of organisations; all of government makes none.
  const lines = all.filter(({ organisation }) => organisation !== null);
  const saidBy = ({ recorded: { confidence } }: Line): Confidence | null => confidence?.confidence ?? null;
  const labels = ['Staff as confident as the return', 'Staff who are very confident'] satisfies [
    string,
    string,
  ];
  const figures = lines.map((line) => ({
    line,
    said: saidBy(line),
    same: asConfident(saidBy(line), line.result),
  }));
  const returned = ({ recorded: { confidence } }: Line) =>
    confidence
      ? `${confidenceLabels[confidence.confidence]} (${quarterName(confidence.quarter)})`
      : 'No return';
  const veryOf = ({ result }: Line) =>
    result.options.find(({ option }) => option === 'very_confident')?.share ?? null;
  return {
    sentence: one.organisation === null ? inGovernment(one) : confidenceSentence(saidBy(one), one.result),
    labels,
    groups: figures.map(({ line, said, same }) => ({
      label: said ? `${line.label}: return says ${confidenceLabels[said].toLowerCase()}` : line.label,
      level: line.level,
      values: [
        same ??
          (said && line.result.status === 'shown'
            ? 'nothing to compare'
            : said
              ? instead(line.result)
              : 'no return'),
        veryOf(line) ?? instead(line.result),
      ],
    })),
    table: {
      caption: 'Confidence: returns and staff',
      heading: 'Organisation',
      columns: [words('Last return says'), ...labels.map(number), number('People who answered')],
      rows: figures.map(({ line, same }) => ({
        ...line,
        cells: [
          returned(line),
          line.result.status === 'suppressed' ? notShown : same === null ? '' : shortShare(same, 100),
          shareWords(line.result, 'very_confident'),
          baseWords(line.result),
        ],
      })),
      hasHidden: hidden(lines),
      file: {
        columns: [
          'Organisation',
          'Last return says',
          ...labels.map((label) => `${label} (%)`),
          'People who answered',
        ],
        rows: figures.map(({ line, same }) => [
          ...[line.label, returned(line)],
          ...(line.result.status === 'suppressed'
            ? [notShown, notShown]
            : [tenth(same), tenth(veryOf(line))]),
          baseWords(line.result),
        ]),
      },
    },
  };
}

/** All of government makes no return. */
function inGovernment({ result }: Line): string {
  return result.status === 'shown'
    ? `${shareWords(result, 'very_confident')} of staff are very confident that planned transformation will be completed.`
    : 'what staff say is not shown.';
}
