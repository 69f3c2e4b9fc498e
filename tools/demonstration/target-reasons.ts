import type { TargetStage } from '../../libs/domain/dist/index.js';

interface Pool {
  readonly any: readonly string[];
  readonly live: readonly string[];
  readonly redesigned: readonly string[];
}

const later: Pool = {
  any: [
    'Funding for the second half of the year came two months late.',
    'Part of the team was lent to another service until the autumn.',
    'Recruiting a lead developer took longer than planned.',
    'Moving the old records takes longer than the trial run said.',
    'The supplier needs another quarter to finish the case system.',
    'The contract for hosting had to be let again.',
    'The team is one designer and two developers short.',
    'A change in policy has to go in first.',
    'Operations asked for no change in their busiest months.',
    'The regulations come into force later than planned.',
    'Data sharing with the other department is not signed yet.',
    'Work stopped for six weeks for an incident elsewhere.',
  ],
  live: [
    'The live assessment moved: two points of the last one are not met yet.',
    'An accessibility audit found work for a quarter.',
    'Security testing found work to do before launch.',
    'Pilot offices asked for two more months.',
    'Sign-in has to be added first.',
    'Research showed that people gave up at the evidence page; it is being built again.',
    'Welsh pages are not ready.',
    'Payments could not be matched in the trial.',
  ],
  redesigned: [
    'Offices move to the new process one by one, and three are left.',
    'New roles have to be agreed with staff and unions first.',
    'The old case system cannot be switched off before its contract ends.',
    'Training takes two quarters, not one.',
    'The second site moves after the first has settled.',
    'Automatic checks were right in too few cases to rely on.',
    'The review of letters and notices turned out to be a project of its own.',
  ],
};

const earlier: readonly string[] = [
  'The last two offices were ready early.',
  'A product that another department had built could be used.',
  'The pilot went well enough to leave out the second one.',
];

const givenUp: Pool = {
  any: [
    'There is no money for it in this spending review.',
    'A new date follows once discovery says what is needed.',
    'It will be part of a larger service; that one has a date of its own.',
  ],
  live: [
    'The law is to change, and the service with it.',
    'The supplier withdrew; there is no date until a new contract is let.',
  ],
  redesigned: ['The organisation behind it is under review, so no date makes sense yet.'],
};

export const reasons = {
  later: (stage: TargetStage): readonly string[] => [...later.any, ...later[stage]],
  earlier: (): readonly string[] => earlier,
  givenUp: (stage: TargetStage): readonly string[] => [...givenUp.any, ...givenUp[stage]],
};
