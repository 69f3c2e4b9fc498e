import { type BarrierCategory, barrierCategories } from '../../libs/domain/dist/index.js';
import { barriersForEconomy } from './barriers-economy.ts';
import { barriersForOrganisations } from './barriers-organisations.ts';
import { barriersForPeople } from './barriers-people.ts';
import { barriersForPlaces } from './barriers-places.ts';
import { officeInstant, workingDayBefore } from './dates.ts';
import { leadOf } from './people.ts';
import { idOf, randomFor } from './random.ts';
import type { BarrierState, DemonstrationBarrier } from './types.ts';

/** All that holds back services and organisations, or did. */
export function barriers(
  services: readonly { readonly reference: string; readonly lead: string }[],
  today: string,
): readonly DemonstrationBarrier[] {
  const leads = new Map(services.map(({ reference, lead }) => [reference, lead]));
  const ofServices = blocks(barriersForPeople + barriersForPlaces + barriersForEconomy).map((block) => {
    const { held, ...rest } = readBlock(block, today);
    const by = leads.get(held);
    if (by === undefined) throw new Error(`There is no ${held}`);
    return { ...rest, service: held, organisation: null, by };
  });
  const ofOrganisations = blocks(barriersForOrganisations).map((block) => {
    const { held, ...rest } = readBlock(block, today);
    return { ...rest, service: null, organisation: held, by: leadOf(held) };
  });
  return [...ofServices, ...ofOrganisations];
}

function blocks(table: string): readonly string[] {
  return table.trim().split(/\n\n+/);
}

type Read = Omit<DemonstrationBarrier, 'service' | 'organisation' | 'by'> & { readonly held: string };

function readBlock(block: string, today: string): Read {
  const [heading = '', description = '', ...actions] = block.split('\n');
  const [held = '', category = '', raised = '', resolved] = heading.split(' ');
  if (!held || !isCategory(category) || !(Number(raised) > 0) || actions.length === 0)
    throw new Error(`Not a barrier: ${block}`);
  const random = randomFor(`barrier ${heading}`);
  const entered = (age: number): string =>
    officeInstant(workingDayBefore(today, age), random.between(0, 2), random.between(500, 1010));
  const states: BarrierState[] = actions.map((line, index) => {
    const parts = line.replace(/^> /, '').split(' | ');
    const [owner, action, age = raised] = parts.toReversed();
    if (!owner || !action || parts.length !== (index === 0 ? 2 : 3))
      throw new Error(`Not an action: ${line}`);
    return { at: entered(Number(age)), nextAction: action, nextActionOwner: owner, resolvedOn: null };
  });
  const latest = states.at(-1)!;
  const ended = resolved === undefined ? null : workingDayBefore(today, Number(resolved));
  return {
    id: idOf(`barrier ${heading}`),
    held,
    category,
    description,
    raisedOn: workingDayBefore(today, Number(raised)),
    states:
      ended === null ? states : [...states, { ...latest, at: entered(Number(resolved)), resolvedOn: ended }],
  };
}

function isCategory(text: string): text is BarrierCategory {
  return barrierCategories.some((category) => category === text);
}
