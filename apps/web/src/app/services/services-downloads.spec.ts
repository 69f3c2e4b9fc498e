import { TestBed } from '@angular/core/testing';
import { everything } from './list-choice';
import { ServicesDownloads } from './services-downloads';

async function shown(rows: number): Promise<HTMLElement> {
  const fixture = TestBed.createComponent(ServicesDownloads);
  fixture.componentRef.setInput('choice', { ...everything, q: 'tax' });
  fixture.componentRef.setInput('rows', rows);
  await fixture.whenStable();
  return fixture.nativeElement as HTMLElement;
}

describe('the list as a file', () => {
  it('is offered in three formats, with how long it is', async () => {
    const element = await shown(1234);
    const visible = element.textContent!.replaceAll(' of this list', '').trim();
    expect(visible).toBe('Download this list (1,234 rows) as ODS, XLSX or CSV');
    expect([...element.querySelectorAll('a')].map((link) => link.getAttribute('href'))).toEqual([
      '/api/services.ods?q=tax',
      '/api/services.xlsx?q=tax',
      '/api/services.csv?q=tax',
    ]);
  });

  it('is offered as CSV alone where a workbook could not be imported again', async () =>
    expect((await shown(20_001)).querySelectorAll('a').length).toBe(1));
});
