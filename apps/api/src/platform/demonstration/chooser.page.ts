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

function everywhere(people: readonly DemonstrationPerson[], attempt: string): string {
  const rows = people.map(
    (person) => `<div class="govuk-summary-list__row">
      <dt class="govuk-summary-list__key">${link(person, attempt)}</dt>
      <dd class="govuk-summary-list__value"><strong>${roleLabels[person.role]}.</strong>
        ${roleDescriptions[person.role]}</dd>
    </div>`,
  );
  return `<dl class="govuk-summary-list">${rows.join('')}</dl>`;
}

function byOrganisation(people: readonly DemonstrationPerson[], attempt: string): string {
  const organisations = Map.groupBy(people, ({ organisation }) => organisation!);
  const cell = (role: Role, of: readonly DemonstrationPerson[]) =>
    `<td class="govuk-table__cell">${of
      .filter((person) => person.role === role)
      .map((person) => link(person, attempt))
      .join('<br>')}</td>`;
  const rows = [...organisations].map(
    ([name, of]) => `<tr class="govuk-table__row">
      <th scope="row" class="govuk-table__header">${escape(name)}</th>
      ${cell('digital_lead', of)}${cell('approver', of)}
    </tr>`,
  );
  return `<table class="govuk-table govuk-!-text-break-word">
    <thead class="govuk-table__head"><tr class="govuk-table__row">
      <th scope="col" class="govuk-table__header govuk-!-width-one-half">Organisation</th>
      <th scope="col" class="govuk-table__header">${roleLabels.digital_lead}</th>
      <th scope="col" class="govuk-table__header">${roleLabels.approver}</th>
    </tr></thead>
    <tbody class="govuk-table__body">${rows.join('')}</tbody>
  </table>`;
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
