import { audienceDefinitions, audienceLabels, audiences } from './service.js';
import { signalDefinition, signalLabels } from './signal-words.js';
import { type Thresholds, signals } from './signal.js';
import type { Definitions } from './snapshot.js';
import { stageDefinitions, stageLabels, stages } from './stage.js';

/** What the terms of a review mean, with the thresholds that its signals were worked out with. */
export function definitionsWith(thresholds: Thresholds): Definitions {
  return {
    stages: stages.map((stage) => [stageLabels[stage], stageDefinitions[stage]]),
    measures: [
      ['Live or beyond', 'Live or redesigned.'],
      ['Online', 'Whether users can complete the service online: redesigned counts as live.'],
      [
        'Redesign',
        'Whether the middle and back office have been reinvented: complete where the service is redesigned, under way where that is marked beside its stage.',
      ],
      [
        'Front, middle and back office',
        'The parts of a service, each with a stage of its own where somebody has said it.',
      ],
      ...audiences.map((one) => [audienceLabels[one], audienceDefinitions[one]] as const),
      [
        'Same services',
        'Services that counted and had a stage recorded on both dates, so that a changing list does not look like progress.',
      ],
      [
        'Entered and left',
        'Services that count on one of the two dates only: opened or closed between them or, where not all organisations are shown, moved to or from those that are.',
      ],
      [
        'Slippage',
        'Days from the first date that was set for a target to the present one; below 0 where it moved earlier.',
      ],
    ],
    signals: signals.map((signal) => [signalLabels[signal], signalDefinition(signal, thresholds)]),
    coverage: [
      [
        'Not recorded',
        'No stage has been recorded. That is not “not started”: such services are counted, and left out of shares.',
      ],
      ['Shares', 'Of the services that have a stage recorded.'],
      ['Change', 'In percentage points, worked out before rounding.'],
      [
        'Organisations',
        'By the owner on the date, and its name then. A department’s figures include its agencies’.',
      ],
    ],
  };
}
