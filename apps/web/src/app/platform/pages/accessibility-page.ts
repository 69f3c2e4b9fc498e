import { Component } from '@angular/core';
import { GovLink } from '@headway/govuk';
import { Page } from '../page';

@Component({
  selector: 'hw-accessibility-page',
  imports: [GovLink, Page],
  template: `
    <hw-page pageTitle="Accessibility statement">
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <h1 class="govuk-heading-l">Accessibility statement for Headway</h1>
          <p class="govuk-body">
            We want as many people as possible to be able to use Headway. You should be able to:
          </p>
          <ul class="govuk-list govuk-list--bullet">
            <li>zoom in up to 400% without text going off the screen</li>
            <li>use every page with a keyboard alone, or with speech recognition software</li>
            <li>listen to every page with a screen reader</li>
            <li>read every chart as a table of the same figures</li>
            <li>print any page</li>
          </ul>
          <p class="govuk-body">
            <a class="govuk-link" href="https://mcmw.abilitynet.org.uk/" rel="external">AbilityNet</a>
            has advice on making your device easier to use if you have a disability.
          </p>
          <h2 class="govuk-heading-m">How accessible Headway is</h2>
          <p class="govuk-body">
            Headway is built to meet the Web Content Accessibility Guidelines version 2.2 at level AA. Every
            page is tested by machine for the rules that a machine can test. People who use assistive
            technology have not yet tested it, so there may be problems that we do not know about.
          </p>
          <h2 class="govuk-heading-m">Wide tables</h2>
          <p class="govuk-body">
            On a narrow screen a wide table scrolls sideways inside its own area, which can be reached and
            moved with the keyboard.
          </p>
          <h2 class="govuk-heading-m">Tell us about a problem</h2>
          <p class="govuk-body">
            If you find something hard to use, or need a page in another format,
            <a class="govuk-link" govHref="/feedback">give us feedback</a>.
          </p>
          <h2 class="govuk-heading-m">How this statement was prepared</h2>
          <p class="govuk-body">
            This statement describes version 0.1 of Headway. It rests on automatic tests of every page with
            axe, and on checks by keyboard and at 320 pixels wide.
          </p>
        </div>
      </div>
    </hw-page>
  `,
})
export class AccessibilityPage {}
