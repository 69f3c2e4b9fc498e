import { officeLabels, stageDefinitions, stageLabels, stages } from '@headway/domain';

export const stageChoices = stages.map((value) => ({
  value,
  text: stageLabels[value],
  hint: stageDefinitions[value],
}));

export const officeChoices = [
  { value: '', text: 'Not said' },
  ...stages.map((value) => ({ value, text: stageLabels[value] })),
];

export const officeQuestions = [
  { id: 'frontOffice', label: officeLabels.frontOffice, hint: 'What users see and use' },
  { id: 'middleOffice', label: officeLabels.middleOffice, hint: 'Casework and decisions' },
  {
    id: 'backOffice',
    label: officeLabels.backOffice,
    hint: 'Records, payments and systems behind the service',
  },
] as const;

export const redesignChoice = [{ value: 'yes', text: 'A redesign of the process behind it is under way' }];
