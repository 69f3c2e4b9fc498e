import { TestBed } from '@angular/core/testing';
import checkboxes from 'govuk-frontend/dist/govuk/components/checkboxes/fixtures.json';
import radios from 'govuk-frontend/dist/govuk/components/radios/fixtures.json';
import { Checkboxes } from './checkboxes';
import { Radios } from './radios';
import { fixtureHtml, normalised } from './testing/markup';
import { render } from './testing/render';

const yesNo = [
  { value: 'yes', text: 'Yes' },
  { value: 'no', text: 'No' },
];

const waste = [
  { value: 'animal', text: 'Waste from animal carcasses' },
  { value: 'mines', text: 'Waste from mines or quarries' },
  { value: 'farm', text: 'Farm or agricultural waste' },
];

describe('choices render GOV.UK markup', () => {
  it('radios', async () => {
    const element = await render(Radios, {
      id: 'example-default',
      legend: 'Have you changed your name?',
      items: yesNo,
    });
    expect(normalised(element)).toBe(normalised(fixtureHtml(radios, 'default')));
  });

  it('radios, inline, with a hint and one chosen', async () => {
    const element = await render(Radios, {
      id: 'example',
      legend: 'Have you changed your name?',
      hint: 'This includes changing your last name or spelling your name differently.',
      inline: true,
      value: 'no',
      items: yesNo,
    });
    expect(normalised(element)).toBe(normalised(fixtureHtml(radios, 'inline')));
  });

  it('radios with hints on items and the legend as heading', async () => {
    const element = await render(Radios, {
      id: 'gov',
      legend: 'How do you want to sign in?',
      legendClasses: 'govuk-fieldset__legend--l',
      pageHeading: true,
      items: [
        {
          id: 'gateway',
          value: 'gateway',
          text: 'Sign in with Government Gateway',
          hint: 'You’ll have a user ID if you’ve registered for Self Assessment or filed a tax return online before.',
        },
        {
          id: 'verify',
          value: 'verify',
          text: 'Sign in with GOV.UK Verify',
          hint: 'You’ll have an account if you’ve already proved your identity with either Barclays, CitizenSafe, Digidentity, Experian, Post Office, Royal Mail or SecureIdentity.',
        },
      ],
    });
    expect(normalised(element)).toBe(normalised(fixtureHtml(radios, 'with hints on items')));
  });

  it('checkboxes', async () => {
    const element = await render(Checkboxes, {
      id: 'nationality',
      legend: 'What is your nationality?',
      items: [
        { value: 'british', text: 'British' },
        { value: 'irish', text: 'Irish' },
        { value: 'other', text: 'Citizen of another country' },
      ],
    });
    expect(normalised(element)).toBe(normalised(fixtureHtml(checkboxes, 'default')));
  });

  it('checkboxes with an error and hints on items', async () => {
    const hint = 'Nullam id dolor id nibh ultricies vehicula ut id elit.';
    const element = await render(Checkboxes, {
      id: 'waste',
      legend: 'Which types of waste do you transport regularly?',
      error: 'Please select an option',
      items: [
        { value: 'animal', text: 'Waste from animal carcasses', hint },
        { value: 'mines', text: 'Waste from mines or quarries', hint },
        { value: 'farm', text: 'Farm or agricultural waste', hint },
      ],
    });
    expect(normalised(element)).toBe(normalised(fixtureHtml(checkboxes, 'with error message')));
  });

  it('checkboxes with the legend as heading', async () => {
    const element = await render(Checkboxes, {
      id: 'waste',
      legend: 'Which types of waste do you transport regularly?',
      legendClasses: 'govuk-fieldset__legend--l',
      pageHeading: true,
      hint: 'Select all that apply',
      items: waste,
    });
    expect(normalised(element)).toBe(normalised(fixtureHtml(checkboxes, 'with legend as a page heading')));
  });

  it('checkboxes of which one goes with no other', async () => {
    const id = 'with-divider-and-none';
    const none = { value: 'none', text: 'None of these', exclusive: true, id: `${id}-5` };
    const element = await render(Checkboxes, {
      ...{ id, legend: 'Which types of waste do you transport regularly?' },
      items: [...waste, none],
    });
    expect(normalised(element)).toBe(normalised(fixtureHtml(checkboxes, 'with divider and None')));
  });
});

describe('checkboxes', () => {
  it('leave one alone that goes with no other', async () => {
    const fixture = TestBed.createComponent(Checkboxes);
    const items = ['a', 'b', 'none', 'unknown'].map((value) => ({
      ...{ value, text: value },
      exclusive: value.length > 1,
    }));
    for (const [name, value] of Object.entries({ id: 'letters', legend: 'Letters', items }))
      fixture.componentRef.setInput(name, value);
    await fixture.whenStable();
    const [a, b, none, unknown] = [...(fixture.nativeElement as HTMLElement).querySelectorAll('input')];
    for (const [box, left] of [
      [a, ['a']],
      [b, ['a', 'b']],
      [none, ['none']],
      [unknown, ['unknown']],
      [a, ['a']],
      [a, []],
    ] as const) {
      box!.click();
      expect(fixture.componentInstance.value()).toEqual(left);
      await fixture.whenStable();
    }
    expect([a, b, none, unknown].map((box) => box!.checked)).toEqual([false, false, false, false]);
  });

  it('give the ticked values in the order of the items', async () => {
    const fixture = TestBed.createComponent(Checkboxes);
    fixture.componentRef.setInput('id', 'letters');
    fixture.componentRef.setInput('legend', 'Letters');
    fixture.componentRef.setInput(
      'items',
      ['a', 'b', 'c'].map((value) => ({ value, text: value })),
    );
    await fixture.whenStable();
    const boxes = [...(fixture.nativeElement as HTMLElement).querySelectorAll('input')];
    boxes[2]!.click();
    boxes[0]!.click();
    expect(fixture.componentInstance.value()).toEqual(['a', 'c']);
    boxes[2]!.click();
    expect(fixture.componentInstance.value()).toEqual(['a']);
  });
});
