import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { PulseResults } from '@headway/contract';
import { pulseBase, pulseMeasures, pulseResultIn, pulseSentence, pulseTopics } from '@headway/domain';
import { type PulseView, measureOf, paramsOf } from '../pulse.view';

/** What staff said of each question, a sentence each; a sentence leads to its question in full. */
@Component({
  selector: 'hw-headlines',
  imports: [RouterLink],
  template: `
    <ul class="govuk-list govuk-list--spaced hw-said">
      @for (one of said(); track one.topic) {
        <li>
          <a
            class="govuk-link govuk-link--no-visited-state"
            routerLink="/pulse"
            fragment="question"
            [queryParams]="one.params"
            [attr.aria-current]="one.topic === view().question ? 'true' : null"
            >{{ one.sentence }}</a
          >
          @if (one.base) {
            <span class="hw-second-line hw-quiet">{{ one.base }}</span>
          }
        </li>
      }
    </ul>
  `,
})
export class Headlines {
  readonly results = input.required<PulseResults>();
  readonly view = input.required<PulseView>();
  protected readonly said = computed(() => {
    const [{ items }, view] = [this.results(), this.view()];
    const { organisation, grade } = view;
    return pulseTopics.flatMap((topic) => {
      const measure = measureOf(topic, view.audience);
      const result = pulseResultIn(items, measure, organisation, grade);
      if (!result) return [];
      // Beside one figure another is plain; beside several it would not be said which it goes with.
      const single = pulseMeasures.find(({ id }) => id === measure)!.topic === 'confidence';
      const beside = single
        ? pulseResultIn(items, measure, organisation, grade ? null : 'senior_civil_servant')
        : null;
      return [
        {
          ...{ topic, sentence: pulseSentence(result, beside) },
          base: result.status === 'shown' ? pulseBase(result) : '',
          params: paramsOf({ ...view, question: topic }),
        },
      ];
    });
  });
}
