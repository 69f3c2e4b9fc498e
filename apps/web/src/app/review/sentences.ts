import {
  Component,
  DOCUMENT,
  type ElementRef,
  computed,
  inject,
  input,
  signal,
  viewChild,
} from '@angular/core';
import { counted } from '@headway/domain';
import { Announcer } from '../platform/announcer';
import { copyText } from '../platform/copy-text';

/** Sentences for a briefing, which a button copies with where they come from. */
@Component({
  selector: 'hw-sentences',
  template: `
    <div #said>
      @if (heading(); as heading) {
        <h3 class="govuk-heading-s">{{ heading }}</h3>
      }
      @if (sentences().length === 1) {
        <p class="govuk-body">{{ sentences()[0] }}</p>
      } @else {
        <ul class="govuk-list govuk-list--bullet">
          @for (sentence of sentences(); track $index) {
            <li>{{ sentence }}</li>
          }
        </ul>
      }
    </div>
    <p class="govuk-body hw-copy">
      <button type="button" [class]="look()" (click)="copy()" (blur)="done.set('')">
        {{ button() }}<span class="govuk-visually-hidden">: {{ of() }}</span>
      </button>
      <span class="hw-quiet">{{ done() }}</span>
    </p>
  `,
})
export class Sentences {
  private readonly document = inject(DOCUMENT);
  private readonly announcer = inject(Announcer);
  private readonly said = viewChild.required<ElementRef<HTMLElement>>('said');
  readonly sentences = input.required<readonly string[]>();
  /** What they are about. */
  readonly of = input.required<string>();
  /** Copied with them, where they would say too little without it. */
  readonly heading = input<string | null>(null);
  readonly source = input.required<string>();
  /** The sentences that most are looked for: with a button that stands out. */
  readonly main = input(false);
  protected readonly look = computed(() =>
    this.main() ? 'govuk-button govuk-button--secondary' : 'hw-link-button',
  );
  protected readonly done = signal('');
  protected readonly button = computed(() =>
    this.sentences().length === 1 ? 'Copy this sentence' : 'Copy these sentences',
  );

  protected async copy(): Promise<void> {
    // The same news twice is said twice.
    this.announcer.say('');
    const text = [this.heading() ?? [], this.sentences(), this.source()].flat().join('\n');
    const copied = await copyText(this.document, text, this.said().nativeElement);
    const news = copied
      ? `Copied ${counted(this.sentences().length, 'sentence')} and the source`
      : 'Selected: press Ctrl and C to copy';
    this.done.set(news);
    this.announcer.say(news);
  }
}
