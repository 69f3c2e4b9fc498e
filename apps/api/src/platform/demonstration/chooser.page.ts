import { roleDescriptions, roleLabels } from '@headway/domain';
import type { DemonstrationPerson } from './chooser.controller.js';
import { chooserPath } from './provider.js';

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

function row(person: DemonstrationPerson, attempt: string): string {
  const href = `${chooserPath}/${encodeURIComponent(attempt)}/chosen?email=${encodeURIComponent(person.email)}`;
  return `<tr class="govuk-table__row">
    <th scope="row" class="govuk-table__header"><a class="govuk-link" href="${escape(href)}">${escape(person.name)}</a><br>
      <span class="govuk-hint govuk-!-margin-bottom-0 govuk-!-font-size-16">${escape(person.email)}</span></th>
    <td class="govuk-table__cell">${escape(roleLabels[person.role])}${
      person.organisation ? `, ${escape(person.organisation)}` : ''
    }</td>
    <td class="govuk-table__cell">${escape(roleDescriptions[person.role])}</td>
  </tr>`;
}

function table(caption: string, people: readonly DemonstrationPerson[], attempt: string): string {
  return `<table class="govuk-table">
    <caption class="govuk-table__caption govuk-table__caption--m">${caption}</caption>
    <thead class="govuk-table__head"><tr class="govuk-table__row">
      <th scope="col" class="govuk-table__header govuk-!-width-one-third">Person</th>
      <th scope="col" class="govuk-table__header govuk-!-width-one-third">Role</th>
      <th scope="col" class="govuk-table__header govuk-!-width-one-third">What they can do</th>
    </tr></thead>
    <tbody class="govuk-table__body">${people.map((person) => row(person, attempt)).join('')}</tbody>
  </table>`;
}

/** The demonstration identity provider's one page: choose whom to sign in as. */
export function chooserPage(
  people: readonly DemonstrationPerson[],
  attempt: string,
  styleSheet: string,
): string {
  const everywhere = people.filter((person) => person.organisation === null);
  const inOne = people.filter((person) => person.organisation !== null);
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
      <p class="govuk-body-l">These people are invented. Choose one to see Headway as they do; there is no password.</p>
      ${table('Across government', everywhere, attempt)}
      ${table('In one organisation', inOne, attempt)}
    </main>
  </div>
</body>
</html>`;
}
