import type { ImportHeading } from '@headway/contract';
import { choiceOf, distinct, firstChoice, mustChoose, wrongWithChoice } from './column-choice';
import { heading } from './imports.fixture';

const named = (letter: string, text: string, column: ImportHeading['column']) =>
  heading({ letter, heading: text, column, by: 'name' });
const needed = [
  named('A', 'Service name', 'name'),
  named('B', 'Organisation', 'organisation'),
  named('C', 'Audience', 'audience'),
];
const dept = heading({ letter: 'D', heading: 'Dept', suggestion: 'organisation' });
const colour = heading({ letter: 'E', heading: 'Colour' });

describe('what columns mean', () => {
  it('is asked where a needed one is not known, or one may mean something', () => {
    expect(mustChoose({ headings: needed })).toBeFalse();
    expect(mustChoose({ headings: [...needed, colour] })).toBeFalse();
    expect(mustChoose({ headings: needed.slice(1) })).toBeTrue();
    expect(mustChoose({ headings: [...needed, heading({ letter: 'D', suggestion: 'stage' })] })).toBeTrue();
  });

  it('is at first how they are read, or what is suggested', () =>
    expect(firstChoice([needed[0]!, dept, colour])).toEqual({ A: 'name', D: 'organisation', E: '' }));

  it('must give each needed column, and no column twice', () => {
    const headings = [...needed, dept];
    expect(wrongWithChoice(headings, firstChoice(needed))).toEqual([]);
    expect(wrongWithChoice(headings, { A: 'name', B: '', C: '', D: 'name' })).toEqual([
      { text: 'Service name is chosen already, for Service name', href: '#column-D' },
      { text: 'Select which column is the organisation', href: '#column-B' },
      { text: 'Select which column is the audience', href: '#column-B' },
    ]);
  });

  it('is sent where it is not known without', () => {
    const headings = [...needed, dept, colour];
    expect(choiceOf(headings, { ...firstChoice(headings), B: '' })).toEqual({
      Organisation: null,
      Dept: 'organisation',
      Colour: null,
    });
    expect(choiceOf(headings, { ...firstChoice(headings), D: '' })).toEqual({ Dept: null, Colour: null });
    expect(
      choiceOf([heading({ letter: 'A', heading: 'X', column: 'name', by: 'choice' })], { A: 'name' }),
    ).toEqual({
      X: 'name',
    });
    expect(choiceOf(needed, firstChoice(needed))).toEqual({});
    const wide = Array.from({ length: 101 }, (_, n) => heading({ letter: `Z${n}`, heading: `Cost ${n}` }));
    expect(choiceOf([dept, ...wide], { D: 'organisation' })).toEqual({ Dept: 'organisation' });
  });

  it('is asked once of two headings that are the same', () =>
    expect(distinct([dept, { ...dept, letter: 'F', heading: 'DEPT' }]).length).toBe(1));
});
