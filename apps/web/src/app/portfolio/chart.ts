import {
  Component,
  DestroyRef,
  type ElementRef,
  afterNextRender,
  computed,
  inject,
  input,
  signal,
  viewChild,
} from '@angular/core';
import { type Chart as Drawn, svgPoints } from '@headway/charts';

let drawn = 0;

/** A chart drawn as wide as its place, so that its text is as large on a telephone as on a desk. */
@Component({
  selector: 'hw-chart',
  templateUrl: './chart.html',
})
export class Chart {
  readonly draw = input.required<(width: number) => Drawn>();
  /** Off where the page says the same in words just above. */
  readonly described = input(true);
  protected readonly points = svgPoints;
  protected readonly id = `chart-${++drawn}`;
  private readonly width = signal(0);
  protected readonly chart = computed(() => (this.width() > 0 ? this.draw()(this.width()) : null));
  private readonly place = viewChild.required<ElementRef<HTMLElement>>('place');

  constructor() {
    const observer = new ResizeObserver(([entry]) => this.width.set(Math.floor(entry!.contentRect.width)));
    afterNextRender(() => observer.observe(this.place().nativeElement));
    inject(DestroyRef).onDestroy(() => observer.disconnect());
  }
}
