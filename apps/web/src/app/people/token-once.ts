import { Component, type ElementRef, afterNextRender, input, signal, viewChild } from '@angular/core';
import type { CreatedToken } from '@headway/contract';
import { Button } from '@headway/govuk';

/** The one time that a token can be read. */
@Component({
  selector: 'hw-token-once',
  imports: [Button],
  template: `
    <div class="hw-token">
      <h3 #heading class="govuk-heading-s" tabindex="-1">Copy “{{ token().name }}” now</h3>
      <p class="govuk-body">You cannot see it again once you leave this page.</p>
      <input #box class="govuk-input hw-token__text" readonly aria-label="Token" [value]="token().token" />
      <button gov-button variant="secondary" buttonType="button" (click)="copy()">
        {{ copied() ? 'Copied' : 'Copy' }}
      </button>
      <span class="govuk-visually-hidden" role="status">{{ copied() ? 'Token copied' : '' }}</span>
    </div>
  `,
})
export class TokenOnce {
  readonly token = input.required<CreatedToken>();
  protected readonly copied = signal(false);
  private readonly box = viewChild.required<ElementRef<HTMLInputElement>>('box');
  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');

  constructor() {
    afterNextRender(() => this.heading().nativeElement.focus());
  }

  /** Where the browser keeps the clipboard to itself, the text is selected for the reader to copy. */
  protected async copy(): Promise<void> {
    const box = this.box().nativeElement;
    try {
      await navigator.clipboard.writeText(box.value);
      this.copied.set(true);
    } catch {
      box.select();
    }
  }
}
