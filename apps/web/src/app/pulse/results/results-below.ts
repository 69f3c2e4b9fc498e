import { Component, input } from '@angular/core';
import type { PulseResults, PulseWave } from '@headway/contract';
import type { PulseView } from '../pulse.view';
import { OrganisationResults } from './organisation-results';
import { OverWaves } from './over-waves';
import { QuestionDetail } from './question-detail';

/** One question in pictures and tables: by grade, by organisation and over the waves; fetched once sentences are there. */
@Component({
  selector: 'hw-results-below',
  imports: [OrganisationResults, OverWaves, QuestionDetail],
  template: `
    <hw-question-detail [results]="results()" [view]="view()" />
    <h3 class="govuk-heading-m">By organisation</h3>
    <hw-organisation-results [view]="view()" [wave]="results().wave.id" />
    <h3 class="govuk-heading-m">Over the waves</h3>
    <hw-over-waves [view]="view()" [waves]="waves()" [wave]="results().wave.id" />
  `,
})
export class ResultsBelow {
  readonly results = input.required<PulseResults>();
  readonly view = input.required<PulseView>();
  /** Closed, newest first. */
  readonly waves = input.required<readonly PulseWave[]>();
}
