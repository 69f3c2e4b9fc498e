import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import dateInput from 'govuk-frontend/dist/govuk/components/date-input/fixtures.json';
import input from 'govuk-frontend/dist/govuk/components/input/fixtures.json';
import select from 'govuk-frontend/dist/govuk/components/select/fixtures.json';
import textarea from 'govuk-frontend/dist/govuk/components/textarea/fixtures.json';
import { DateInput } from './date-input';
import { Select } from './select';
import { fixtureHtml, normalised } from './testing/markup';
import { render } from './testing/render';
import { TextInput } from './text-input';
import { Textarea } from './textarea';

describe('fields render GOV.UK markup', () => {
  it('text input', async () => {
    const element = await render(TextInput, { id: 'test-name', label: 'National Insurance number' });
    expect(normalised(element)).toBe(normalised(fixtureHtml(input, 'default')));
  });

  it('text input with hint and error', async () => {
    const element = await render(TextInput, {
      id: 'with-error-hint',
      label: 'National insurance number',
      hint: 'It’s on your National Insurance card, benefit letter, payslip or P60. For example, ‘QQ 12 34 56 C’.',
      error: 'Enter a National Insurance number in the correct format',
    });
    expect(normalised(element)).toBe(normalised(fixtureHtml(input, 'with error and hint')));
  });

  it('textarea', async () => {
    const element = await render(Textarea, { id: 'more-detail', label: 'Can you provide more detail?' });
    expect(normalised(element)).toBe(normalised(fixtureHtml(textarea, 'default')));
  });

  it('textarea with error', async () => {
    const element = await render(Textarea, {
      id: 'no-ni-reason',
      label: 'Why can’t you provide a National Insurance number?',
      error: 'You must provide an explanation',
    });
    expect(normalised(element)).toBe(normalised(fixtureHtml(textarea, 'with error message')));
  });

  it('select', async () => {
    const element = await render(Select, {
      id: 'select-1',
      label: 'Label text goes here',
      value: '2',
      items: [1, 2, 3].map((n) => ({
        value: String(n),
        text: `GOV.UK frontend option ${n}`,
        disabled: n === 3,
      })),
    });
    expect(normalised(element)).toBe(normalised(fixtureHtml(select, 'default')));
  });

  it('select with hint and error', async () => {
    const element = await render(Select, {
      id: 'select-2',
      label: 'Label text goes here',
      hint: 'Hint text goes here',
      error: 'Error message goes here',
      value: '1',
      items: [1, 2, 3].map((n) => ({ value: String(n), text: `GOV.UK frontend option ${n}` })),
    });
    expect(normalised(element)).toBe(normalised(fixtureHtml(select, 'with hint text and error message')));
  });

  it('date input with values', async () => {
    const element = await render(DateInput, {
      id: 'with-values',
      legend: 'What is your date of birth?',
      hint: 'For example, 31 3 1980',
      value: { day: '31', month: '3', year: '1980' },
    });
    expect(normalised(element)).toBe(normalised(fixtureHtml(dateInput, 'with values')));
  });
});

describe('a field in a page', () => {
  @Component({ imports: [TextInput], template: `<gov-text-input id="name" label="Name" [(value)]="name" />` })
  class Host {
    name = signal('');
  }

  it('leaves its id to the control, so that the label names it', async () => {
    const fixture = TestBed.createComponent(Host);
    await fixture.whenStable();
    const box = (fixture.nativeElement as HTMLElement).querySelector('input')!;
    expect((fixture.nativeElement as HTMLElement).querySelectorAll('#name').length).toBe(1);
    box.value = 'Ada';
    box.dispatchEvent(new Event('input'));
    expect(fixture.componentInstance.name()).toBe('Ada');
  });
});
