import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import errorSummary from 'govuk-frontend/dist/govuk/components/error-summary/fixtures.json';
import notificationBanner from 'govuk-frontend/dist/govuk/components/notification-banner/fixtures.json';
import { ErrorSummary } from './error-summary';
import { NotificationBanner } from './notification-banner';
import { fixtureHtml, normalised } from './testing/markup';
import { render } from './testing/render';

describe('notification banner', () => {
  it('renders GOV.UK markup', async () => {
    const text = 'This publication was withdrawn on 7 March 2014.';
    const element = await render(NotificationBanner, { text });
    expect(normalised(element)).toBe(normalised(fixtureHtml(notificationBanner, 'default')));
  });

  it('renders GOV.UK markup of a success', async () => {
    const element = await render(NotificationBanner, {
      type: 'success',
      text: 'Email sent to example@email.com',
    });
    expect(normalised(element)).toBe(normalised(fixtureHtml(notificationBanner, 'with type as success')));
  });
});

describe('error summary', () => {
  const errors = [
    { text: 'Invalid username or password' },
    { text: 'Agree to the terms of service to log in', href: '#example-error-1' },
  ];

  it('renders GOV.UK markup', async () => {
    const field = document.createElement('input');
    field.id = 'example-error-1';
    document.body.append(field);
    const element = await render(ErrorSummary, { description: 'Please fix the errors below.', errors });
    (document.activeElement as HTMLElement | null)?.blur();
    expect(normalised(element)).toBe(normalised(fixtureHtml(errorSummary, 'with everything')));
    field.remove();
  });

  it('links to a field that comes after it, and never to one that the page does not have', async () => {
    @Component({
      imports: [ErrorSummary],
      template: `<gov-error-summary [errors]="errors" /><textarea id="reason"></textarea>`,
    })
    class Form {
      readonly errors = [
        { text: 'Enter a reason', href: '#reason' },
        { text: 'The service is closed', href: '#resolvedOn' },
      ];
    }
    const element = await render(Form);
    expect([...element.querySelectorAll('li')].map((item) => item.textContent.trim())).toEqual([
      'Enter a reason',
      'The service is closed',
    ]);
    expect([...element.querySelectorAll('a')].map(({ hash }) => hash)).toEqual(['#reason']);
  });

  it('takes focus, also with the next list of errors', async () => {
    const fixture = TestBed.createComponent(ErrorSummary);
    document.body.append(fixture.nativeElement as HTMLElement);
    fixture.componentRef.setInput('errors', errors);
    await fixture.whenStable();
    const box = (fixture.nativeElement as HTMLElement).firstElementChild;
    expect(document.activeElement).toBe(box);
    (box as HTMLElement).blur();
    fixture.componentRef.setInput('errors', [...errors]);
    await fixture.whenStable();
    expect(document.activeElement).toBe(box);
  });

  it('goes to the first field of a group', async () => {
    const fixture = TestBed.createComponent(ErrorSummary);
    const host = fixture.nativeElement as HTMLElement;
    const group = document.createElement('div');
    group.id = 'when';
    group.innerHTML = '<input id="when-day"><input id="when-month">';
    document.body.append(host, group);
    fixture.componentRef.setInput('errors', [{ text: 'Enter a date', href: '#when' }]);
    await fixture.whenStable();
    host.querySelector('a')!.click();
    expect(document.activeElement?.id).toBe('when-day');
    group.remove();
  });
});
