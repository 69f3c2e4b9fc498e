import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { resultsOf } from './pulse.fixture';
import { StaffSay } from './staff-say';

async function open(slug: string) {
  TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
  const fixture = TestBed.createComponent(StaffSay);
  fixture.componentRef.setInput('slug', slug);
  await fixture.whenStable();
  const asked = TestBed.inject(HttpTestingController).expectOne(({ url }) => url === '/api/pulse/results');
  const page = fixture.nativeElement as HTMLElement;
  return { asked, page, settle: () => fixture.whenStable() };
}

describe('what the staff of a department say', () => {
  it('is a sentence that leads to all of it', async () => {
    const { asked, page, settle } = await open('dft');
    asked.flush(resultsOf({ organisation: ['dft'], question: ['online'] }));
    await settle();
    expect(page.textContent).toContain(
      'In the pulse survey its staff said of services online: 18% live (7 points up on the wave before)',
    );
    expect(page.textContent).toContain('305 people answered.');
    expect(page.querySelector('a')!.getAttribute('href')).toBe('/pulse?organisation=dft');
  });

  it('is left out where too few answered, or there is none yet', async () => {
    const few = await open('dvla');
    few.asked.flush(resultsOf({ organisation: ['dvla'], question: ['online'] }));
    await few.settle();
    expect(few.page.textContent.trim()).toBe('');
    TestBed.resetTestingModule();
    const none = await open('dft');
    none.asked.flush(null, { status: 404, statusText: 'Not found' });
    await none.settle();
    expect(none.page.textContent.trim()).toBe('');
  });
});
