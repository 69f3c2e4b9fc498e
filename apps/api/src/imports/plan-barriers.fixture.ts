import { type Barrier, barrierColumns } from '@headway/contract';
import type { Finding } from './findings.js';
import { brief, csv, defence, fileOf, known, today, treasury, whole } from './imports.fixture.js';
import { planBarriers } from './plan-barriers.js';
import { readBarriers } from './read-barriers.js';
import type { KnownBarriers, NamedHeldBack } from './row-barriers.js';
import { readCsv } from './table.js';

export const uuid = (n: number) => `0199d0aa-0000-7000-8000-00000000000${n}`;
const organisation = { id: 'treasury-id', slug: 'treasury', name: 'Treasury', abbreviation: 'HMT' };

export const barrier = (rest: Partial<Barrier> = {}): Barrier => ({
  id: uuid(1),
  service: { reference: 'T-1', name: 'Claim a grant' },
  organisation,
  category: 'legacy_technology',
  description: 'The mainframe\ntakes no calls',
  nextAction: 'Buy a gateway',
  nextActionOwner: 'Head of platforms',
  raisedOn: '2026-04-23',
  resolvedOn: null,
  lock: null,
  version: 3,
  ...rest,
});
export const ofAll = (rest: Partial<Barrier> = {}) => barrier({ id: uuid(2), service: null, ...rest });

const service = (subject: string, organisationId: string, name: string): NamedHeldBack => ({
  column: 'service_id',
  id: `${subject}-id`,
  subject,
  organisationId,
  name,
  service: { opensOn: null, closures: [] },
});

/** What a lead of the Treasury may see and change. */
export const world = (rest: Partial<KnownBarriers> = {}): KnownBarriers => ({
  organisations: [
    treasury(),
    defence(),
    known('Office of Tea', { ended: true, successors: ['treasury-id'] }),
    known('Office of Coal', { ended: true }),
  ],
  services: [
    service('T-1', 'treasury-id', 'Claim a grant'),
    service('D-1', 'defence-id', 'Enlist'),
    service('T-2', 'treasury-id', '=Pay'),
  ],
  barriers: [
    barrier(),
    ofAll(),
    barrier({ id: uuid(3), description: 'Theirs', organisation: { ...organisation, id: 'defence-id' } }),
  ],
  mayChange: (id) => id === 'treasury-id',
  ...rest,
});

export type Cells = Readonly<Partial<Record<(typeof barrierColumns)[keyof typeof barrierColumns], string>>>;

/** A row as the download has it. */
export const exported = ({ id, service, organisation: owner, ...said }: Barrier): Cells => ({
  Reference: service?.reference ?? '',
  'Service name': service?.name ?? '',
  Organisation: owner.name,
  Category: said.category,
  Barrier: said.description,
  'Next action': said.nextAction ?? '',
  'Who does it': said.nextActionOwner ?? '',
  'Raised on': said.raisedOn,
  'Resolved on': said.resolvedOn ?? '',
  'Barrier id': id,
});
/** A row of a new barrier. */
export const fresh: Cells = {
  Reference: 't-1',
  Category: 'Skills',
  Barrier: 'Nobody knows it',
  'Raised on': '1/5/2026',
};

/** What a file of some rows comes to, and what is said of it. */
export function plan(rows: readonly Cells[], about = world()) {
  const headings = [...new Set(rows.flatMap((row) => Object.keys(row)))] as (keyof Cells)[];
  const body = csv(headings, ...rows.map((row) => headings.map((heading) => row[heading] ?? '')));
  const file = readBarriers(fileOf(readCsv(body)));
  const findings: Finding[] = [...file.findings];
  const planned = whole(planBarriers(file.rows, about, today, findings));
  return { planned, said: brief(findings), messages: findings.map(({ message }) => message) };
}
