import type { Service } from '@headway/contract';
import type { SelectOption } from '@headway/govuk';

/** Services to choose one from, after what stands for none. */
export function serviceChoices(services: readonly Service[], none: string): SelectOption[] {
  return [
    { value: '', text: none },
    ...services.map(({ reference, name }) => ({ value: reference, text: `${name} (${reference})` })),
  ];
}
