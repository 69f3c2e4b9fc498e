import { Component, computed, input } from '@angular/core';
import type { Review } from '@headway/contract';
import { packForms } from '@headway/domain';
import { Details } from '@headway/govuk';
import { fileWords } from './review-words';

/** The same review in every form, the open one first, with what shows that a file is as it was made. */
@Component({
  selector: 'hw-review-downloads',
  imports: [Details],
  template: `
    <h2 class="govuk-heading-m">Download this review</h2>
    <ul class="govuk-list govuk-list--spaced">
      @for (file of files(); track file.format) {
        <li>
          <a class="govuk-link govuk-link--no-visited-state" [href]="file.address" [download]="file.name">{{
            file.words
          }}</a>
        </li>
      }
    </ul>
    @if (hashed().length) {
      <gov-details summary="Check that a file is unaltered">
        <p class="govuk-body">Every download of a form is the same to the byte, and has this SHA-256:</p>
        <dl class="hw-hashes">
          @for (file of hashed(); track file.format) {
            <dt>{{ file.label }}</dt>
            <dd>
              <code class="hw-break">{{ file.sha256 }}</code>
            </dd>
          }
        </dl>
      </gov-details>
    }
  `,
})
export class Downloads {
  readonly review = input.required<Pick<Review, 'files'>>();
  protected readonly files = computed(() =>
    this.review().files.map((file) => ({
      ...file,
      words: fileWords(file),
      label: packForms[file.format].label,
    })),
  );
  protected readonly hashed = computed(() => this.files().filter(({ sha256 }) => sha256 !== null));
}
