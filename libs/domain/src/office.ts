/** The parts of a service, each with a stage of its own where somebody has said it. */
export const offices = ['frontOffice', 'middleOffice', 'backOffice'] as const;
export type Office = (typeof offices)[number];
export const officeLabels: Readonly<Record<Office, string>> = {
  frontOffice: 'Front office',
  middleOffice: 'Middle office',
  backOffice: 'Back office',
};
