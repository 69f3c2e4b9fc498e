import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router, provideRouter, withNavigationErrorHandler, withRouterConfig } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { provideState, provideStore } from '@ngrx/store';
import { FailedLoad, navigationFailed, notOpened } from './failed-load';
import { Page } from './page';
import { wordsOf } from './page.harness';
import { NotOpenedPage } from './pages/not-opened-page';
import { sessionFeature } from './session/session.feature';

@Component({
  selector: 'hw-test-form',
  imports: [Page],
  template: `<hw-page pageTitle="Form"
    ><h1>Form</h1>
    <input id="typed"
  /></hw-page>`,
})
class Form {}

const missing = () =>
  Promise.reject(new TypeError('Failed to fetch dynamically imported module: https://headway.example/a.js'));

describe('a page whose code cannot be fetched', () => {
  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [
        provideStore(),
        provideState(sessionFeature),
        provideRouter(
          [
            { path: 'form', component: Form },
            { path: notOpened, component: NotOpenedPage },
            { path: 'services', loadComponent: missing },
          ],
          withNavigationErrorHandler(navigationFailed),
          withRouterConfig({ resolveNavigationPromiseOnError: true }),
        ),
      ],
    });
    spyOn(window, 'fetch').and.rejectWith(new TypeError('Failed to fetch'));
  });

  it('leaves the reader where they are with what they typed, says so, and leads on', async () => {
    const harness = await RouterTestingHarness.create('/form');
    const page = harness.routeNativeElement!;
    page.querySelector('input')!.value = 'Half a sen';
    await TestBed.inject(Router).navigateByUrl('/services?stage=live');
    await harness.fixture.whenStable();
    expect(harness.routeNativeElement).toBe(page);
    expect(page.querySelector('input')!.value).toBe('Half a sen');
    const banner = page.querySelector('[role="alert"]')!;
    expect(wordsOf(banner)).toContain('The page could not be opened');
    expect(document.activeElement).toBe(banner);
    expect(banner.querySelector('a')!.getAttribute('href')).toBe('/services?stage=live');
  });

  it('does not leave for a server that does not answer', async () => {
    const harness = await RouterTestingHarness.create('/form');
    await TestBed.inject(Router).navigateByUrl('/services');
    await harness.fixture.whenStable();
    const link = harness.routeNativeElement!.querySelector<HTMLElement>('[role="alert"] a')!;
    link.click();
    await harness.fixture.whenStable();
    expect(wordsOf(harness.routeNativeElement!)).toContain('Headway still cannot be reached.');
  });

  it('has a page of its own where it is the first of a visit', async () => {
    const harness = await RouterTestingHarness.create('/services');
    const page = harness.routeNativeElement!;
    expect(wordsOf(page.querySelector('h1')!)).toBe('This page could not be opened');
    expect(page.querySelector('main a')!.getAttribute('href')).toBe('/services');
    expect(page.querySelector('.govuk-notification-banner')).toBeNull();
  });

  it('is no longer spoken of once the reader goes elsewhere', async () => {
    await RouterTestingHarness.create('/form');
    await TestBed.inject(Router).navigateByUrl('/services');
    expect(TestBed.inject(FailedLoad).shown()).not.toBeNull();
    await TestBed.inject(Router).navigateByUrl('/form?a=b');
    expect(TestBed.inject(FailedLoad).shown()).toBeNull();
  });

  it('is said too of what a click on the page needs', async () => {
    const harness = await RouterTestingHarness.create('/form');
    expect(await TestBed.inject(FailedLoad).part(missing)).toBeUndefined();
    await harness.fixture.whenStable();
    expect(wordsOf(harness.routeNativeElement!.querySelector('[role="alert"]')!)).toContain(
      'That could not be done',
    );
  });
});
