import type { DemonstrationOrganisation, OrganisationKind } from './types.ts';

type Row = readonly [name: string, abbreviation: string | null];

const ministerial: readonly Row[] = [
  ["Attorney General's Office", 'AGO'],
  ['Cabinet Office', 'CO'],
  ['Department for Business and Trade', 'DBT'],
  ['Department for Culture, Media and Sport', 'DCMS'],
  ['Department for Education', 'DfE'],
  ['Department for Energy Security and Net Zero', 'DESNZ'],
  ['Department for Environment, Food and Rural Affairs', 'Defra'],
  ['Department for Science, Innovation and Technology', 'DSIT'],
  ['Department for Transport', 'DfT'],
  ['Department for Work and Pensions', 'DWP'],
  ['Department of Health and Social Care', 'DHSC'],
  ['Foreign, Commonwealth and Development Office', 'FCDO'],
  ['HM Treasury', 'HMT'],
  ['Home Office', 'HO'],
  ['Ministry of Defence', 'MOD'],
  ['Ministry of Housing, Communities and Local Government', 'MHCLG'],
  ['Ministry of Justice', 'MOJ'],
  ['Northern Ireland Office', 'NIO'],
  ['Office of the Advocate General for Scotland', 'OAG'],
  ['Office of the Leader of the House of Commons', null],
  ['Office of the Leader of the House of Lords', null],
  ['Scotland Office', 'SO'],
  ['UK Export Finance', 'UKEF'],
  ['Wales Office', 'WO'],
];

const nonMinisterial: readonly Row[] = [
  ['HM Land Registry', 'HMLR'],
  ['HM Revenue and Customs', 'HMRC'],
];

const below: readonly (readonly [...Row, kind: OrganisationKind, parent: string])[] = [
  ['Companies House', 'CH', 'agency', 'Department for Business and Trade'],
  ['Driver and Vehicle Licensing Agency', 'DVLA', 'agency', 'Department for Transport'],
  ['Driver and Vehicle Standards Agency', 'DVSA', 'agency', 'Department for Transport'],
  ['Environment Agency', 'EA', 'other_public_body', 'Department for Environment, Food and Rural Affairs'],
  ['HM Courts and Tribunals Service', 'HMCTS', 'agency', 'Ministry of Justice'],
  ['NHS Business Services Authority', 'NHSBSA', 'other_public_body', 'Department of Health and Social Care'],
  ['Planning Inspectorate', 'PINS', 'agency', 'Ministry of Housing, Communities and Local Government'],
];

export function kebab(name: string): string {
  return name
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

function organisation(
  [name, abbreviation]: Row,
  kind: OrganisationKind,
  parent: string | null,
): DemonstrationOrganisation {
  return { slug: kebab(name), name, abbreviation, kind, parent: parent === null ? null : kebab(parent) };
}

// As they are today. Parents come before what is below them.
export const organisations: readonly DemonstrationOrganisation[] = [
  ...ministerial.map((row) => organisation(row, 'ministerial_department', null)),
  ...nonMinisterial.map((row) => organisation(row, 'non_ministerial_department', null)),
  ...below.map(([name, abbreviation, kind, parent]) => organisation([name, abbreviation], kind, parent)),
];
