import { problems, type Role, londonDate, roles } from '@headway/domain';
import type { LightMyRequestResponse } from 'fastify';
import { type Asked, type TestApp, organisation, person, service } from '../testing/app.js';
import { type Document, type Operation, operationsOf } from '../testing/described.js';
import {
  closedQuarter,
  closedWave,
  newBarrier,
  newMail,
  openQuarter,
  quarter,
} from './permissions.fixture.js';

export interface Walk {
  readonly operations: readonly Operation[];
  readonly tokens: ReadonlyMap<Role | 'nobody', string>;
  /** What stands for a parameter of an operation where the others are tried. */
  known(operation: Operation): (name: string) => string | undefined;
  /** Asks, and says what is wrong with the answer; null where nothing is. */
  complaint(operation: Operation, url: string, asked: Asked, who?: Role | 'nobody'): Promise<string | null>;
}

/** A department with something of every kind, and who may do what there. */
export async function walk(headway: TestApp): Promise<Walk> {
  const { source } = headway;
  for (const slug of ['OWN', 'OTHER']) await organisation(source, slug);
  await service(source, 'OWN-001', 'own');
  await service(source, 'OTHER-001', 'other');
  const tokens = new Map<Role | 'nobody', string>();
  for (const role of roles) {
    const tied = role === 'digital_lead' || role === 'approver';
    tokens.set(role, await person(source, role, tied ? 'own' : undefined));
  }
  await openQuarter(headway);
  const [mail, wave, barrier] = [
    await newMail(headway),
    await closedWave(headway),
    await newBarrier(headway, 'OWN-001'),
  ];
  const { operations } = await described(headway);
  const ids: Readonly<Record<string, string>> = { mail, pulse: wave, barriers: barrier, services: 'OWN-001' };
  const names: Readonly<Record<string, string>> = {
    slug: 'own',
    organisation: 'own',
    organisations: 'own',
    into: 'other',
    to: 'other',
    stage: 'live',
    signal: 'stalled',
    service: 'OWN-001',
    services: 'OWN-001',
    dueOn: londonDate(new Date()),
    confidence: 'fairly_confident',
    kind: 'services',
    mode: 'apply',
  };
  return {
    operations,
    tokens,
    known:
      ({ path }) =>
      (name) => {
        if (name === 'id') return ids[path.split('/')[2]!] ?? crypto.randomUUID();
        if (name === 'quarter') return path.includes('/review') ? closedQuarter : quarter;
        return names[name] ?? (/[a-z]On$|^on$/.test(name) ? '2026-01-31' : undefined);
      },
    complaint: async (operation, url, asked, who = 'oversight') => {
      const token = tokens.get(who);
      const answer = await headway.ask(operation.method, url, { ...(token ? { token } : {}), ...asked });
      const wrong = wrongWith(operation, answer);
      return wrong && `${who}: ${operation.method} ${url} ${JSON.stringify(asked).slice(0, 300)}: ${wrong}`;
    },
  };
}

async function described(headway: TestApp): Promise<{ operations: Operation[] }> {
  const document = (await headway.ask('GET', '/api/openapi.json')).json() as Document;
  return { operations: operationsOf(document) };
}

/** Not documented, not a problem where it is an error, or a fault of ours. */
function wrongWith({ statuses }: Operation, answer: LightMyRequestResponse): string | null {
  const { statusCode: status, headers, body } = answer;
  const said = `${status} ${body.slice(0, 300)}`;
  if (status >= 500) return said;
  if (status < 400) return statuses.includes(String(status)) ? null : `undocumented ${said}`;
  if (!String(headers['content-type']).startsWith('application/problem+json')) return `no problem: ${said}`;
  const { code } = answer.json() as { code: keyof typeof problems };
  return problems[code]?.[0] === status ? null : `unknown code: ${said}`;
}

/** Where an operation is, with what stands for its path and for the query parameters that it needs. */
export function addressOf(
  { path, parameters }: Operation,
  known: (name: string) => string | undefined,
  { odd = {}, query = '' }: { odd?: Readonly<Record<string, string>>; query?: string } = {},
): string {
  const needed = parameters
    .filter((one) => one.in === 'query' && one.required && !query.includes(`${one.name}=`))
    .map(({ name }) => `${name}=${known(name) ?? ''}`);
  const address = path.replace(/\{(\w+)\}/g, (_, name: string) => odd[name] ?? known(name) ?? 'nothing');
  const asked = [...needed, ...(query ? [query] : [])].join('&');
  return asked ? `${address}?${asked}` : address;
}

/** Some at a time, so that the walk takes seconds and not minutes. */
export async function inParallel<T>(all: Iterable<T>, work: (one: T) => Promise<void>): Promise<void> {
  const left = all[Symbol.iterator]();
  const next = async (): Promise<void> => {
    for (let one = left.next(); !one.done; one = left.next()) await work(one.value);
  };
  await Promise.all(Array.from({ length: 8 }, next));
}
