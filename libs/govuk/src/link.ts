import { Directive, inject, input, output } from '@angular/core';
import { Router } from '@angular/router';

/** A real link inside the app: the router follows a plain click, the browser everything else. */
@Directive({
  selector: 'a[govHref]',
  host: { '[attr.href]': 'govHref()', '(click)': 'follow($event)' },
})
export class GovLink {
  private readonly router = inject(Router, { optional: true });
  readonly govHref = input.required<string>();
  readonly followed = output();

  protected follow(event: MouseEvent): void {
    const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (!this.router || !plain || event.defaultPrevented || !this.govHref().startsWith('/')) return;
    event.preventDefault();
    this.followed.emit();
    void this.router.navigateByUrl(this.govHref());
  }
}
