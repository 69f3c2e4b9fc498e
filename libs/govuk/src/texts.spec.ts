import { Component } from '@angular/core';
import backLink from 'govuk-frontend/dist/govuk/components/back-link/fixtures.json';
import breadcrumbs from 'govuk-frontend/dist/govuk/components/breadcrumbs/fixtures.json';
import button from 'govuk-frontend/dist/govuk/components/button/fixtures.json';
import details from 'govuk-frontend/dist/govuk/components/details/fixtures.json';
import genericHeader from 'govuk-frontend/dist/govuk/components/generic-header/fixtures.json';
import insetText from 'govuk-frontend/dist/govuk/components/inset-text/fixtures.json';
import panel from 'govuk-frontend/dist/govuk/components/panel/fixtures.json';
import phaseBanner from 'govuk-frontend/dist/govuk/components/phase-banner/fixtures.json';
import skipLink from 'govuk-frontend/dist/govuk/components/skip-link/fixtures.json';
import summaryList from 'govuk-frontend/dist/govuk/components/summary-list/fixtures.json';
import tag from 'govuk-frontend/dist/govuk/components/tag/fixtures.json';
import warningText from 'govuk-frontend/dist/govuk/components/warning-text/fixtures.json';
import { BackLink } from './back-link';
import { Breadcrumbs } from './breadcrumbs';
import { Button } from './button';
import { Details } from './details';
import { GenericHeader } from './generic-header';
import { InsetText } from './inset-text';
import { Panel } from './panel';
import { PhaseBanner } from './phase-banner';
import { SkipLink } from './skip-link';
import { SummaryList, SummaryRow } from './summary-list';
import { Tag } from './tag';
import { fixtureHtml, normalised } from './testing/markup';
import { render } from './testing/render';
import { WarningText } from './warning-text';

@Component({
  imports: [
    BackLink,
    Button,
    Details,
    GenericHeader,
    InsetText,
    Panel,
    PhaseBanner,
    SkipLink,
    SummaryList,
    SummaryRow,
    Tag,
    WarningText,
  ],
  template: `
    <div data-of="button default"><button gov-button>Save and continue</button></div>
    <div data-of="button secondary">
      <button gov-button name="secondary" variant="secondary">Secondary button</button>
    </div>
    <div data-of="button warning">
      <button gov-button name="Warning" variant="warning">Warning button</button>
    </div>
    <div data-of="button link"><a gov-button href="/">Link button</a></div>
    <div data-of="tag default"><gov-tag>Alpha</gov-tag></div>
    <div data-of="tag grey"><gov-tag colour="grey">Grey</gov-tag></div>
    <div data-of="back-link default"><gov-back-link href="#" /></div>
    <div data-of="skip-link default"><gov-skip-link href="#test-target-element" /></div>
    <div data-of="generic-header default"><gov-generic-header text="My cool service" /></div>
    <div data-of="inset-text default">
      <gov-inset-text
        >It can take up to 8 weeks to register a lasting power of attorney if there are no mistakes in the
        application.</gov-inset-text
      >
    </div>
    <div data-of="warning-text default">
      <gov-warning-text>You can be fined up to £5,000 if you don’t register.</gov-warning-text>
    </div>
    <div data-of="details default">
      <gov-details summary="Help with nationality"
        >We need to know your nationality so we can work out which elections you’re entitled to vote in. If
        you can’t provide your nationality, you’ll have to send copies of identity documents through the
        post.</gov-details
      >
    </div>
    <div data-of="panel default">
      <gov-panel title="Application complete">Your reference number<br /><strong>HDJ2123F</strong></gov-panel>
    </div>
    <div data-of="phase-banner default">
      <gov-phase-banner tag="Alpha"
        >This is a new service - your <a href="#" class="govuk-link">feedback</a> will help us to improve
        it.</gov-phase-banner
      >
    </div>
    <div data-of="summary-list with actions">
      <dl gov-summary-list>
        <div gov-summary-row key="Name" [actions]="nameActions">Firstname Lastname</div>
        <div gov-summary-row key="Date of birth" [actions]="[action('Change', 'date of birth')]">
          13/08/1980
        </div>
        <div
          gov-summary-row
          key="Contact information"
          [actions]="[action('Edit', 'contact information'), action('Change', 'contact information')]"
        >
          <p class="govuk-body">email&#64;email.com</p>
          <p class="govuk-body">
            Address line 1<br />Address line 2<br />Address line 3<br />Address line 4<br />Address line 5
          </p>
        </div>
      </dl>
    </div>
  `,
})
class Specimens {
  protected readonly action = (text: string, hidden: string) => ({ text, hidden, href: '#' });
  protected readonly nameActions = [this.action('Edit', 'name'), this.action('Delete', 'name')];
}

const fixtures = {
  button,
  tag,
  'back-link': backLink,
  'skip-link': skipLink,
  'generic-header': genericHeader,
  'inset-text': insetText,
  'warning-text': warningText,
  details,
  panel,
  'phase-banner': phaseBanner,
  'summary-list': summaryList,
};

describe('components render GOV.UK markup', () => {
  it('each of the specimens', async () => {
    const page = await render(Specimens);
    for (const specimen of page.querySelectorAll('[data-of]')) {
      const of = specimen.getAttribute('data-of')!;
      const [component, ...name] = of.split(' ');
      const expected = fixtureHtml(fixtures[component as keyof typeof fixtures], name.join(' '));
      for (const host of specimen.querySelectorAll('*'))
        if (host.localName.startsWith('gov-')) host.replaceWith(...host.childNodes);
      expect(normalised(specimen)).withContext(of).toBe(normalised(expected));
    }
  });

  it('breadcrumbs', async () => {
    const element = await render(Breadcrumbs, {
      items: [
        { text: 'Home', href: '/' },
        { text: 'Passports, travel and living abroad', href: '/browse/abroad' },
        { text: 'Travel abroad' },
      ],
    });
    expect(normalised(element)).toBe(
      normalised(fixtureHtml(breadcrumbs, 'with last breadcrumb as current page')),
    );
  });
});
