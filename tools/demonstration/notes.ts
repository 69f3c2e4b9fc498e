import type { Random } from './random.ts';
import type { Audience, Stage } from './types.ts';

interface Pool {
  readonly any: readonly string[];
  readonly external: readonly string[];
  readonly internal: readonly string[];
}

export type Occasion =
  Stage | 'still_not_started' | 'still_in_progress' | 'still_live' | 'redesign_begun' | 'front_done';

const pools: Readonly<Record<Occasion, Pool>> = {
  not_started: {
    any: [
      'Paper forms and post only.',
      'On the list for next year, after the contract ends.',
      'No money set aside yet.',
      'Waiting for a change in the law before any work begins.',
      'Other services in the group come first.',
      'Business case not yet written.',
    ],
    external: [
      'People write in or ring; nothing is online.',
      'A form can be printed from GOV.UK and posted.',
    ],
    internal: ['Run on spreadsheets and a shared mailbox.', 'Kept in paper files at two offices.'],
  },
  in_progress: {
    any: [
      'Discovery has begun with a team of five.',
      'Alpha funded until the end of the financial year.',
      'Private beta with a small group.',
      'Alpha approved after a short discovery.',
      'Contract awarded; build has begun.',
      'Discovery showed that three teams hold the same data.',
      'Prototype tested with twelve people.',
      'Spending approved, with a condition about legacy systems.',
    ],
    external: [
      'Public beta for one in ten users.',
      'Form is online, but evidence still comes by post.',
      'Online for simple cases; the rest still come by post.',
      'Beta open to people with a GOV.UK One Login.',
    ],
    internal: [
      'Pilot in the Newcastle and Leeds offices.',
      'Two teams have moved off the spreadsheet.',
      'Old system switched to read only for new cases.',
      'Super users are trying it before a wider pilot.',
    ],
  },
  live: {
    any: [
      'Passed its live assessment with two conditions.',
      'Passed its live assessment; all points met.',
      'Rolled out to everyone after six months in beta.',
      'Old route closed.',
      'Start to finish online; paper kept for those who ask.',
    ],
    external: [
      'Nine in ten now use the online route.',
      'Open to all, with a phone line for help.',
      'The last paper form has been withdrawn.',
      'Last step that needed a signature on paper has gone.',
      'Agents and advisers can use it for clients as well.',
    ],
    internal: [
      'All regions are using it.',
      'Spreadsheet retired; staff work in one place.',
      'Rolled out to the last two sites.',
      'Staff see the whole case without ringing another team.',
    ],
  },
  redesigned: {
    any: [
      'Simple cases go through by themselves; staff see only the hard ones.',
      'Front and back office now work on the same record.',
      'Keying in has ended; data goes straight through.',
      'Benefits reviewed a year on: time taken fell from 21 days to 3.',
      'Two back-office systems retired.',
      'Checks are made against data that government already holds.',
      'Teams reorganised around the whole service, not its steps.',
      'Hand-offs cut from seven to two.',
    ],
    external: [
      'People are no longer asked for what another department knows.',
      'Most people no longer need to fill in a form.',
    ],
    internal: [
      'Approval takes one step in place of four.',
      'Managers see work in hand live; weekly returns ended.',
    ],
  },
  still_not_started: {
    any: [
      'No change this quarter.',
      'Still no date for a start.',
      'Bid made for next year.',
      'As last time.',
    ],
    external: ['Letters are up on last year.'],
    internal: ['Team still works from the shared mailbox.'],
  },
  still_in_progress: {
    any: [
      'No change this quarter.',
      'Still waiting for a date from the supplier.',
      'Team is the same size; work goes on.',
      'Recruiting a new lead developer.',
      'Assessment moved to next quarter.',
    ],
    external: ['Another round of research with users is booked.'],
    internal: ['Roll-out plan has not changed.'],
  },
  still_live: {
    any: ['No change this quarter.', 'Checked with the service team; no change.', 'As last time.'],
    external: ['Use is up, but the stage is the same.'],
    internal: ['Used every day; small fixes only.'],
  },
  redesign_begun: {
    any: [
      'Redesign of the work behind it has begun.',
      'Work on the process behind it is funded.',
      'A team is looking at the whole process now, not only the screens.',
      'Operations and digital now plan the change together.',
    ],
    external: ['Caseworkers have joined the design team.'],
    internal: ['Steps that nobody needs are being taken out first.'],
  },
  front_done: {
    any: ['Front end is done; the work behind it comes next.'],
    external: ['Online form finished; what it sends is still keyed in by hand.'],
    internal: ['New screens are in use; the records behind them are still in the old system.'],
  },
};

/** Draws without saying the same thing twice about one service. */
export function noteWriter(random: Random, audience: Audience): (occasion: Occasion) => string | null {
  const said = new Set<string>();
  return (occasion) => {
    const pool = pools[occasion];
    const left = [...pool.any, ...pool[audience]].filter((note) => !said.has(note));
    if (left.length === 0) return null;
    const note = random.pick(left);
    said.add(note);
    return note;
  };
}
