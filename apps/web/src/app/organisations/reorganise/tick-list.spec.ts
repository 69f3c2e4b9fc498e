import { TestBed } from '@angular/core/testing';
import { Announcer } from '../../platform/announcer';
import { TickList } from './tick-list';

async function open(count = 12) {
  const fixture = TestBed.createComponent(TickList);
  fixture.componentRef.setInput('id', 'services');
  fixture.componentRef.setInput('legend', 'Services');
  const items = Array.from({ length: count }, (_, n) => ({ value: `S-${n}`, text: `Service number ${n}` }));
  fixture.componentRef.setInput('items', items);
  await fixture.whenStable();
  const element = fixture.nativeElement as HTMLElement;
  const boxes = () => [...element.querySelectorAll<HTMLInputElement>('input[type=checkbox]')];
  const filter = async (words: string) => {
    const input = element.querySelector<HTMLInputElement>('#services-filter')!;
    input.value = words;
    input.dispatchEvent(new Event('input'));
    await fixture.whenStable();
  };
  const press = async (text: string) => {
    [...element.querySelectorAll('button')].find((one) => one.textContent!.includes(text))!.click();
    await fixture.whenStable();
  };
  return { fixture, element, boxes, filter, press, value: () => fixture.componentInstance.value() };
}

describe('a list to tick', () => {
  it('keeps what is ticked out of sight', async () => {
    const { boxes, filter, value, fixture, element } = await open();
    boxes()[3]!.click();
    await filter('NUMBER 11');
    expect(boxes().length).toBe(1);
    expect(TestBed.inject(Announcer).message()).toBe('1 shown');
    boxes()[0]!.click();
    await fixture.whenStable();
    expect(value()).toEqual(['S-3', 'S-11']);
    expect(element.textContent).toContain('2 of 12 ticked');
    await filter('');
    expect(
      boxes()
        .filter(({ checked }) => checked)
        .map(({ value: one }) => one),
    ).toEqual(['S-3', 'S-11']);
  });

  it('ticks and unticks all that are shown', async () => {
    const { filter, press, value } = await open();
    await filter('number 1');
    await press('Tick all shown');
    expect(value()).toEqual(['S-1', 'S-10', 'S-11']);
    await filter('number 10');
    await press('Untick all shown');
    expect(value()).toEqual(['S-1', 'S-11']);
  });

  it('needs no filter where it is short, and says where there is nothing', async () => {
    expect((await open(3)).element.querySelector('#services-filter')).toBeNull();
    expect((await open(0)).element.textContent).toContain('There is nothing to select');
  });
});
