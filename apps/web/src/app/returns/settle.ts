import { Component, computed, inject, input, output, signal } from '@angular/core';
import { Button, Radios, focusField } from '@headway/govuk';
import { OwnAttempt } from '../platform/own-attempt';

/** One service that somebody changed meanwhile: how it stands beside what the person says. */
export interface Overtaken {
  readonly reference: string;
  readonly name: string;
  readonly happened: string;
  readonly now: readonly string[];
  readonly yours: readonly string[];
}
export interface Choices {
  readonly mine: readonly string[];
  readonly theirs: readonly string[];
}
type Kept = 'mine' | 'theirs';

/** Both versions of each service side by side, and for each the choice; the other services stay as they are. */
@Component({
  selector: 'hw-settle',
  imports: [Button, Radios],
  template: `
    <section aria-labelledby="settle-heading">
      <h2 class="govuk-heading-m" id="settle-heading">
        {{ own() ? 'What you sent before was saved' : 'Changed by somebody since you began' }}
      </h2>
      @if (own()) {
        <p class="govuk-body">
          Its answer was lost, so you were not told. What you have changed since is not saved yet.
        </p>
      }
      <p class="govuk-body">
        Nothing of yours is lost. Choose for each service what is to stand; the others are not touched by
        this. Where yours and theirs contradict each other, keeping yours corrects theirs, and both stay
        readable in the history.
      </p>
      @if (several()) {
        <div class="govuk-button-group">
          <button gov-button buttonType="button" variant="secondary" (click)="chooseAll('theirs')">
            {{ theirs() }} for all
          </button>
          <button gov-button buttonType="button" variant="secondary" (click)="chooseAll('mine')">
            {{ mine() }} for all
          </button>
        </div>
      }
      @for (service of services(); track service.reference) {
        <section class="hw-settle" [attr.aria-labelledby]="'settle-name-' + service.reference">
          <h3 class="govuk-heading-s" [id]="'settle-name-' + service.reference">
            {{ service.reference }} {{ service.name }}
          </h3>
          <div class="hw-settle__versions">
            <div>
              <h4 class="govuk-heading-s">Now</h4>
              <p class="govuk-body hw-quiet">{{ service.happened }}</p>
              <ul class="govuk-list">
                @for (line of service.now; track line) {
                  <li class="hw-break" [class.hw-settle__other]="!service.yours.includes(line)">
                    {{ line }}
                  </li>
                }
              </ul>
            </div>
            <div>
              <h4 class="govuk-heading-s">Yours</h4>
              <p class="govuk-body hw-quiet">{{ yoursIs() }}</p>
              <ul class="govuk-list">
                @for (line of service.yours; track line) {
                  <li class="hw-break" [class.hw-settle__other]="!service.now.includes(line)">{{ line }}</li>
                }
              </ul>
            </div>
          </div>
          <gov-radios
            [id]="'settle-' + service.reference"
            [legend]="'What is to stand for ' + service.reference"
            legendClasses="govuk-visually-hidden"
            [inline]="true"
            [small]="true"
            [error]="errors().includes(service.reference) ? 'Choose what is to stand' : undefined"
            [items]="items()"
            [value]="choices()[service.reference] ?? ''"
            (valueChange)="choose(service.reference, $event)"
          />
        </section>
      }
      <button gov-button buttonType="button" [attr.aria-disabled]="sending()" (click)="settle()">
        {{ button() }}
      </button>
    </section>
  `,
})
export class Settle {
  readonly services = input.required<readonly Overtaken[]>();
  readonly button = input.required<string>();
  readonly theirs = input('Keep theirs');
  readonly mine = input('Keep mine on top');
  readonly yoursIs = input('Not recorded yet.');
  readonly sending = input(false);
  readonly settled = output<Choices>();

  protected readonly own = inject(OwnAttempt).saved;
  protected readonly several = computed(() => this.services().length > 1);
  protected readonly choices = signal<Readonly<Record<string, Kept>>>({});
  protected readonly errors = signal<readonly string[]>([]);
  protected readonly items = computed(() => [
    { value: 'theirs', text: this.theirs() },
    { value: 'mine', text: this.mine() },
  ]);

  protected choose(reference: string, kept: string): void {
    this.choices.update((choices) => ({ ...choices, [reference]: kept as Kept }));
  }

  protected chooseAll(kept: Kept): void {
    this.choices.set(Object.fromEntries(this.services().map(({ reference }) => [reference, kept])));
  }

  protected settle(): void {
    if (this.sending()) return;
    const references = this.services().map(({ reference }) => reference);
    const choices = this.choices();
    this.errors.set(references.filter((reference) => !choices[reference]));
    const [first] = this.errors();
    if (first) return focusField(`settle-${first}`);
    const chosen = (kept: Kept) => references.filter((reference) => choices[reference] === kept);
    this.settled.emit({ mine: chosen('mine'), theirs: chosen('theirs') });
  }
}
