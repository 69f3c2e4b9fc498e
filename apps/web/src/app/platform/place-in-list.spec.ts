import { APP_BASE_HREF, BrowserPlatformLocation, PlatformLocation } from '@angular/common';
import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router, RouterLink, RouterOutlet, provideRouter } from '@angular/router';
import { BackLink } from '@headway/govuk';
import { Arrival } from './arrival';

const rows = signal<readonly number[]>([]);

@Component({
  selector: 'hw-test-list',
  imports: [RouterLink],
  template: `
    <main>
      <h1>List</h1>
      @for (row of rows(); track row) {
        <p style="height: 200px">
          <a [routerLink]="['/one', row]">Row {{ row }}</a>
        </p>
      }
    </main>
  `,
})
class List {
  protected readonly rows = rows;
}

@Component({
  selector: 'hw-test-one',
  imports: [BackLink],
  template: `<nav><gov-back-link href="/list" /></nav>
    <main><h1>One</h1></main>`,
})
class One {}

@Component({ selector: 'hw-test-root', imports: [RouterOutlet], template: '<router-outlet />' })
class Root {}

describe('the place in a list', () => {
  const many = Array.from({ length: 20 }, (_, n) => n);
  const condition = async (holds: () => boolean) => {
    while (!holds()) await new Promise((done) => setTimeout(done, 10));
  };
  const heading = (text: string) => condition(() => document.querySelector('h1')?.textContent === text);
  const link = (text: string) =>
    [...document.querySelectorAll('a')].find(({ textContent }) => textContent === text)!;
  const inView = ({ top, bottom }: DOMRect) => top >= 0 && bottom <= innerHeight;

  let original: string;

  beforeEach(async () => {
    original = location.href;
    TestBed.configureTestingModule({
      providers: [
        provideRouter([
          { path: 'list', component: List },
          { path: 'one/:row', component: One },
          { path: '**', children: [] },
        ]),
        // The browser's own history, which is what is tried here.
        { provide: PlatformLocation, useExisting: BrowserPlatformLocation },
        { provide: APP_BASE_HREF, useValue: '/' },
      ],
    });
    rows.set(many);
    document.body.append(TestBed.createComponent(Root).nativeElement as Node);
    TestBed.inject(Arrival).start();
    TestBed.inject(Router).setUpLocationChangeListener();
    await TestBed.inject(Router).navigateByUrl('/start');
    await TestBed.inject(Router).navigateByUrl('/list?stage=live');
    await heading('List');
    link('Row 15').click();
    await heading('One');
    rows.set([]);
  });
  afterEach(() => {
    TestBed.inject(Router).dispose();
    history.replaceState(null, '', original);
    document.querySelector('hw-test-root')?.remove();
  });

  const comesBack = async () => {
    await heading('List');
    expect(link('Row 15')).toBeUndefined();
    rows.set(many);
    await condition(() => document.activeElement === link('Row 15'));
    expect(inView(link('Row 15').getBoundingClientRect())).toBeTrue();
    expect(TestBed.inject(Router).url).toBe('/list?stage=live');
  };

  it('is in view and in focus after Back, once a slow list has come', async () => {
    history.back();
    await comesBack();
  });

  it('is there too by a link of ours that leads back, which keeps the filters', async () => {
    link('Back').click();
    await comesBack();
  });

  it('is there by that link also where other pages were looked at in between', async () => {
    await TestBed.inject(Router).navigateByUrl('/one/15/history');
    await TestBed.inject(Router).navigateByUrl('/one/15');
    await condition(() => link('Back') !== undefined);
    link('Back').click();
    await comesBack();
  });

  it('is left alone once the reader does something else', async () => {
    history.back();
    await heading('List');
    await condition(() => document.activeElement?.tagName === 'H1');
    document.dispatchEvent(new Event('keydown'));
    rows.set(many);
    await condition(() => link('Row 15') !== undefined);
    await new Promise((done) => setTimeout(done));
    expect(document.activeElement?.tagName).toBe('H1');
  });
});
