import { type Role, roleDescriptions, roleLabels } from '@headway/domain';
import { chooserPath } from './provider.js';

export interface DemonstrationPerson {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly organisation: string | null;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character]!);
}

function link(person: DemonstrationPerson, attempt: string): string {
  const href = `${chooserPath}/${encodeURIComponent(attempt)}/chosen?email=${encodeURIComponent(person.email)}`;
  return `<a class="govuk-link" href="${escape(href)}">${escape(person.name)}</a>`;
}

function summary(rows: readonly (readonly [key: string, value: string])[]): string {
  const row = ([key, value]: readonly [string, string]) => `<div class="govuk-summary-list__row">
    <dt class="govuk-summary-list__key">${key}</dt>
    <dd class="govuk-summary-list__value">${value}</dd>
  </div>`;
  return `<dl class="govuk-summary-list">${rows.map(row).join('')}</dl>`;
}

function everywhere(people: readonly DemonstrationPerson[], attempt: string): string {
  return summary(
    people.map((person) => [
      link(person, attempt),
      `<strong>${roleLabels[person.role]}.</strong> ${roleDescriptions[person.role]}`,
    ]),
  );
}

function byOrganisation(people: readonly DemonstrationPerson[], attempt: string): string {
  const organisations = Map.groupBy(people, ({ organisation }) => organisation!);
  return summary(
    [...organisations].map(([name, of]) => [
      escape(name),
      of.map((person) => `${link(person, attempt)}, ${roleLabels[person.role].toLowerCase()}`).join('<br>'),
    ]),
  );
}

/** The demonstration identity provider's one page: choose whom to sign in as. */
export function chooserPage(
  people: readonly DemonstrationPerson[],
  attempt: string,
  styleSheet: string,
): string {
  return `<!doctype html>
<html lang="en" class="govuk-template">
<head>
  <meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
  <title>Choose a demonstration person – Demonstration identity provider</title>
  <link rel="icon" href="/favicon.svg" type="image/svg+xml">
  <link rel="stylesheet" href="/${escape(styleSheet.replace(/^\//, ''))}">
</head>
<body class="govuk-template__body">
  <a href="#main-content" class="govuk-skip-link">Skip to main content</a>
  <div class="govuk-width-container">
    <main class="govuk-main-wrapper" id="main-content">
      <span class="govuk-caption-l">Demonstration identity provider</span>
      <h1 class="govuk-heading-l">Choose a demonstration person</h1>
      <p class="govuk-body-l">These people are invented. Choose one to see Headway as they do. There is no password.</p>
      <h2 class="govuk-heading-m">Across government</h2>
      ${everywhere(
        people.filter(({ organisation }) => organisation === null),
        attempt,
      )}
      <h2 class="govuk-heading-m">In one organisation</h2>
      <p class="govuk-body">A digital lead: ${roleDescriptions.digital_lead.toLowerCase()}
        An approver: ${roleDescriptions.approver.toLowerCase()}</p>
      ${byOrganisation(
        people.filter(({ organisation }) => organisation !== null),
        attempt,
      )}
    </main>
  </div>
</body>
</html>`;
}
