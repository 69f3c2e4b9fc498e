import { setTimeout } from 'node:timers/promises';
import type { StageRecord } from '@headway/contract';
import { type Stage, barrierCategories, closeReasons, stages } from '@headway/domain';
import fc from 'fast-check';
import { type TestApp, organisation, person, service, testApp } from '../testing/app.js';

/** The days on which things happen and for which they are asked, few enough to coincide. */
export const days = [
  ...['2023-12-31', '2024-02-29', '2024-03-31', '2024-06-30', '2024-07-01', '2024-09-30', '2024-12-31'],
  ...['2025-03-31', '2025-06-30', '2025-09-30', '2025-11-30', '2025-12-31'],
] as const;

export const kinds = [
  ...(['record', 'confirm', 'correct', 'withdraw', 'transfer'] as const),
  ...(['close', 'reopen', 'change', 'create'] as const),
  ...(['target', 'barrier', 'resolve', 'renamed', 'rename', 'move', 'merge'] as const),
] as const;

/** One thing that somebody does; numbers choose among what there is, so that fast-check can make it. */
export interface Step {
  readonly kind: (typeof kinds)[number];
  readonly service: number;
  readonly other: number;
  readonly on: string;
  readonly stage: Stage;
  readonly office: Stage | null;
}

export const steps: fc.Arbitrary<Step> = fc.record({
  // Reorganisations are rarer than records, or there would soon be nobody left to own anything.
  kind: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom('record', 'confirm', 'correct', 'withdraw', 'transfer') },
    { weight: 4, arbitrary: fc.constantFrom(...kinds.slice(5, -1)) },
    { weight: 1, arbitrary: fc.constantFrom(...kinds) },
  ),
  service: fc.nat(99),
  other: fc.nat(99),
  on: fc.constantFrom(...days),
  stage: fc.constantFrom(...stages),
  office: fc.option(fc.constantFrom(...stages)),
});

const plain = {
  kind: 'record',
  service: 0,
  other: 0,
  on: '2024-06-30',
  stage: 'live',
  office: null,
} as const;

/** One of each kind that is surely done to a world as it begins, in this order. */
export const oneOfEach: readonly Step[] = [
  { ...plain, on: '2024-02-29', stage: 'in_progress' },
  { ...plain, on: '2024-09-30', office: 'not_started' },
  { ...plain, kind: 'confirm', on: '2025-06-30' },
  { ...plain, kind: 'correct', on: '2024-07-01', other: 1 },
  { ...plain, kind: 'withdraw', other: 2 },
  { ...plain, kind: 'transfer', service: 1 },
  { ...plain, kind: 'close', service: 2, on: '2025-03-31' },
  { ...plain, kind: 'reopen', service: 2, on: '2025-06-30' },
  { ...plain, kind: 'close', service: 3, other: 1, on: '2025-09-30' },
  { ...plain, kind: 'change', service: 4, other: 1 },
  { ...plain, kind: 'create', other: 2 },
  { ...plain, kind: 'target' },
  { ...plain, kind: 'barrier' },
  { ...plain, kind: 'resolve', on: '2024-07-01' },
  { ...plain, kind: 'renamed', other: 2 },
  { ...plain, kind: 'rename', other: 1, on: '2024-12-31' },
  { ...plain, kind: 'move', service: 2, other: 2, on: '2024-09-30' },
  { ...plain, kind: 'merge', other: 5, on: '2025-09-30' },
];

/** Departments, agencies and services, and somebody who may do anything to them. */
export interface World {
  readonly headway: TestApp;
  readonly token: string;
  readonly organisations: readonly string[];
  readonly services: string[];
}

export async function world(): Promise<World> {
  const headway = await testApp();
  const { source } = headway;
  const organisations = ['ONE', 'TWO', 'THREE', 'FOUR', 'FIVE', 'SIX'].map((name) => name.toLowerCase());
  for (const name of ['ONE', 'TWO', 'THREE']) await organisation(source, name);
  for (const [name, parent] of [
    ['FOUR', 'one'],
    ['FIVE', 'two'],
    ['SIX', 'two'],
  ] as const)
    await organisation(source, name, parent);
  const services = Array.from({ length: 12 }, (_, i) => `S-${i}`);
  for (const [i, reference] of services.entries())
    await service(source, reference, organisations[i % organisations.length]!);
  const token = await person(source, 'admin');
  await source.query(
    `INSERT INTO role_grant (person_id, role, organisation_id)
     SELECT p.id, 'digital_lead', o.id FROM person p, organisation o`,
  );
  return { headway, token, organisations, services };
}

/** Does it through the API, whatever comes of it; says the status of the answer. */
export async function take(here: World, step: Step): Promise<number> {
  const { headway, token } = here;
  const asked = await request(here, step);
  if (asked === null) return 404;
  const [method, path, body] = asked;
  const answer = await headway.ask(method, `/api/${path}`, { token, body, headers: { 'if-match': '*' } });
  if (step.kind === 'create' && answer.statusCode === 201) here.services.push(answer.json().reference);
  return answer.statusCode;
}

type Asked = [method: string, path: string, body: object];

async function request(here: World, step: Step): Promise<Asked | null> {
  const { on, stage, office, other } = step;
  const reference = here.services[step.service % here.services.length]!;
  const organisation = here.organisations[other % here.organisations.length]!;
  const [to, parent] = [1, 2].map((n) => here.organisations[(other + n) % here.organisations.length]!);
  const path = `services/${reference}`;
  const name = `Name ${step.service} ${crypto.randomUUID().slice(0, 8)}`;
  const reorganise = (kind: string, rest: object): Asked => [
    'POST',
    'organisations/reorganisations?mode=apply',
    { kind, on, ...rest },
  ];
  switch (step.kind) {
    case 'record':
      return ['POST', `${path}/records`, { ...statement(step), note: 'So it is' }];
    case 'confirm': {
      const now = await here.headway.ask('GET', `/api/${path}`, { token: here.token });
      const { version } = now.json() as { version: number };
      const row = { change: 'confirm', service: reference, version, effectiveOn: on };
      return ['POST', 'records/batch', { records: [row] }];
    }
    case 'correct':
    case 'withdraw': {
      const id = await someRecord(here, reference, other);
      const said = step.kind === 'withdraw' ? { withdrawn: true } : statement(step);
      return id ? ['POST', `${path}/records/${id}/corrections`, { ...said, reason: 'Wrong' }] : null;
    }
    case 'transfer':
      return ['POST', `${path}/transfer`, { organisation, on }];
    case 'close': {
      const reason = closeReasons[other % closeReasons.length]!;
      const into = here.services[(step.service + 1) % here.services.length]!;
      return ['POST', `${path}/close`, { on, reason, mergedInto: reason === 'merged' ? into : null }];
    }
    case 'reopen':
      return ['POST', `${path}/reopen`, { on, note: 'Needed after all' }];
    case 'change':
      return [
        'PATCH',
        path,
        { name, audience: other % 2 ? 'internal' : 'external', opensOn: other % 3 ? null : on },
      ];
    case 'create':
      return ['POST', 'services', { name, audience: 'internal', organisation, opensOn: on }];
    case 'target':
      return ['PUT', `${path}/targets/live`, { dueOn: on, reason: 'Later' }];
    case 'barrier':
      return [
        'POST',
        `${path}/barriers`,
        { category: barrierCategories[other % barrierCategories.length], description: 'Hard', raisedOn: on },
      ];
    case 'resolve': {
      const id = await someBarrier(here, reference);
      return id ? ['PATCH', `barriers/${id}`, { resolvedOn: on }] : null;
    }
    case 'renamed':
      return ['PATCH', `organisations/${organisation}`, { name, parent: office ? parent! : null }];
    case 'rename':
      return reorganise('rename', { organisation, name, abbreviation: stage.toUpperCase() });
    case 'move':
      return reorganise('transfer', { from: organisation, to, services: [reference] });
    case 'merge':
      return reorganise('merge', { organisations: [organisation], into: to });
  }
}

function statement({ stage, office, on, other }: Step) {
  const redesignUnderWay = other % 2 === 0 && (stage === 'in_progress' || stage === 'live');
  return { stage, redesignUnderWay, frontOffice: stage, backOffice: office, effectiveOn: on };
}

/** An instant after all that was done, and before all that is done from now on. */
export async function instantBetween(): Promise<string> {
  await setTimeout(2);
  const instant = new Date().toISOString();
  await setTimeout(2);
  return instant;
}

async function someRecord(
  { headway, token }: World,
  reference: string,
  which: number,
): Promise<string | null> {
  const answer = await headway.ask('GET', `/api/services/${reference}/records?pageSize=200`, { token });
  const records = (answer.json().items as StageRecord[]).filter(({ correction }) => correction === null);
  return records[which % (records.length || 1)]?.id ?? null;
}

async function someBarrier({ headway, token }: World, reference: string): Promise<string | null> {
  const answer = await headway.ask('GET', `/api/services/${reference}/barriers`, { token });
  return (answer.json().items as { id: string }[])[0]?.id ?? null;
}
