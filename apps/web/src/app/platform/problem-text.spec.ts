import { TestBed } from '@angular/core/testing';
import { problemOf } from './problem';
import { ProblemText } from './problem-text';

describe('the words for a problem', () => {
  it('say that Headway can be read but not changed, and that nothing was saved', () => {
    const page = TestBed.createComponent(ProblemText);
    page.componentRef.setInput('problem', problemOf('read_only', 'Said by the API.'));
    page.detectChanges();
    const { children } = page.nativeElement.querySelector('.govuk-grid-column-two-thirds') as HTMLElement;
    expect(Array.from(children, ({ textContent }) => textContent)).toEqual([
      'Headway cannot be changed at the moment',
      'You can still read everything. Nothing was saved. Try again later.',
      'Try again',
    ]);
  });
});
