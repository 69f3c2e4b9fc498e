import { Directive, ElementRef, computed, inject, input } from '@angular/core';

export type ButtonVariant = 'primary' | 'secondary' | 'warning' | 'inverse';

/** GOV.UK's button on a `<button>` or on a link that acts as one. */
@Directive({
  selector: 'button[gov-button], a[gov-button]',
  host: {
    class: 'govuk-button',
    'data-module': 'govuk-button',
    '[class.govuk-button--secondary]': 'variant() === "secondary"',
    '[class.govuk-button--warning]': 'variant() === "warning"',
    '[class.govuk-button--inverse]': 'variant() === "inverse"',
    '[attr.type]': 'type()',
    '[attr.role]': 'isLink ? "button" : null',
    '[attr.draggable]': 'isLink ? "false" : null',
    '(keydown.space)': 'pressLink($event)',
  },
})
export class Button {
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly isLink = this.element.tagName === 'A';
  readonly variant = input<ButtonVariant>('primary');
  readonly buttonType = input<'submit' | 'button'>('submit');
  protected readonly type = computed(() => (this.isLink ? null : this.buttonType()));

  /** A link with the role of a button must answer to the space bar as buttons do. */
  protected pressLink(event: Event): void {
    if (!this.isLink) return;
    event.preventDefault();
    this.element.click();
  }
}
