import type { Barrier, Service } from '@headway/contract';
import { serviceOf } from '../../services/services.fixture';
import { type Submission, changesBetween } from './changes-since';
import { submission } from './return.fixture';

const one = serviceOf({ reference: 'A-1', name: 'One', barriers: 1 });
const two = serviceOf({ reference: 'B-2', name: 'Two' });
const barrier: Barrier = {
  ...{ id: '1', service: null, organisation: one.organisation, category: 'skills', description: 'No staff' },
  ...{
    nextAction: null,
    nextActionOwner: null,
    raisedOn: '2024-05-01',
    resolvedOn: null,
    lock: null,
    version: 1,
  },
};

const submitted = (
  services: readonly Service[],
  { barriers = [], confirmed = [], ...said }: Partial<Submission['submitted'] & Submission['facts']> = {},
): Submission => ({
  submitted: { ...submission, ...said },
  facts: {
    ...{ services, barriers, confirmed, moved: [], unrecorded: [], heldBack: [], passed: [], claims: [] },
  },
});

describe('what changed since a return was submitted before', () => {
  it('is nothing where it says the same', () => {
    expect(
      changesBetween(submitted([one], { barriers: [barrier] }), submitted([one], { barriers: [barrier] })),
    ).toEqual([]);
  });

  it('is every answer, service, target and barrier that is not as it was', () => {
    const target = {
      stage: 'redesigned',
      dueOn: '2027-05-01',
      firstDueOn: '2027-05-01',
      slippage: 0,
    } as const;
    const before = submitted([one, two], { confidence: 'very_confident', summary: 'All well' });
    const after = submitted(
      [
        serviceOf({
          ...one,
          stage: 'in_progress',
          stageSince: '2024-06-01',
          owner: 'Bo',
          targets: [target],
          barriers: 2,
        }),
        serviceOf({ reference: 'C-3', name: 'Three' }),
      ],
      { confidence: 'fairly_confident', summary: 'Not so well', barriers: [barrier] },
    );
    expect(changesBetween(before, after)).toEqual([
      'Confidence: Fairly confident, was Very confident',
      'What changed, in words: was “All well”',
      'One: In progress since 1 June 2024, was Live since 3 May 2024',
      'One: senior responsible owner Bo, was none',
      'One: targets Redesigned by 1 May 2027, was none',
      'One: barriers 2, was 1',
      'Two: no longer part of the return',
      'Three: part of the return now',
      'Barrier added: No staff',
    ]);
  });

  it('counts what was confirmed besides, and tells of a barrier that changed or is gone', () => {
    const other = { ...barrier, id: '2', description: 'No money' };
    expect(
      changesBetween(
        submitted([one, two], { barriers: [barrier, other], confirmed: [one] }),
        submitted([one, two], { barriers: [{ ...barrier, category: 'funding' }], confirmed: [one, two] }),
      ),
    ).toEqual([
      '1 service recorded or confirmed besides',
      'No longer a barrier: No money',
      'Barrier changed: No staff',
    ]);
  });
});
