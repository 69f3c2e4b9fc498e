import { type TestApp, organisation, service } from '../testing/app.js';

export const quarter = '2026-27-Q2';
/** Its review can be read. */
export const closedQuarter = '2026-27-Q1';

/** What routes are asked with. */
export const queries: Readonly<Record<string, string>> = {
  'POST /api/imports': '?kind=services&mode=check',
  'POST /api/organisations/reorganisations': '?mode=check',
  'GET /api/organisations/reorganisations': '?organisation=own',
};

/** Returns of it are submitted, with a question about a service in one; an organisation came late. */
export async function openQuarter({ source }: TestApp): Promise<void> {
  await source.query(
    `INSERT INTO quarter (id, from_on, to_on, state, due_on) VALUES ($1, '2026-07-01', '2026-09-30', 'open', '2026-10-30')`,
    [quarter],
  );
  await source.query(
    'INSERT INTO quarter_return (quarter_id, organisation_id) SELECT $1, id FROM organisation',
    [quarter],
  );
  await source.query(
    `INSERT INTO quarter_submission (quarter_id, organisation_id, number, reference, on_date, confidence, services,
       sha256, submitted_by)
     SELECT $1, o.id, 1, 'R', '2026-09-30', 'dont_know', '[]', sha256('[]'), (SELECT id FROM person LIMIT 1)
     FROM organisation o`,
    [quarter],
  );
  await source.query(
    `INSERT INTO quarter_message (quarter_id, organisation_id, service_id, kind, text, by)
     SELECT $1, o.id, s.id, 'message', 'Why?', p.id FROM organisation o, service s, person p
     WHERE o.slug = 'own' AND s.reference = 'OWN-001' LIMIT 1`,
    [quarter],
  );
  await source.query(
    `INSERT INTO quarter (id, from_on, to_on, state, due_on, closed_at, closed_by)
     SELECT $1, '2026-04-01', '2026-06-30', 'closed', '2026-07-30', known_now(), id FROM person LIMIT 1`,
    [closedQuarter],
  );
  await source.query(
    'INSERT INTO quarter_revision (quarter_id, revision, closed_by) SELECT $1, 1, id FROM person LIMIT 1',
    [closedQuarter],
  );
  await organisation(source, 'LATE');
  await service(source, 'LATE-001', 'late');
}

export async function newMail({ source }: TestApp): Promise<string> {
  const [{ id }] = await source.query(
    `INSERT INTO mail (kind, quarter_id, organisation_id, person_id, occasion, address, subject, body, made_on, state)
     SELECT 'submitted', $1, o.id, p.id, '1', p.email, 'Sign off', 'Read it', '2026-10-01', 'outbox'
     FROM organisation o, (SELECT id, email FROM person LIMIT 1) p WHERE o.slug = 'own' RETURNING id`,
    [quarter],
  );
  return id as string;
}

export async function newBarrier({ source }: TestApp, reference: string): Promise<string> {
  const [{ id }] = await source.query(
    `INSERT INTO barrier (service_id, category, description, raised_on, changed_by)
     SELECT s.id, 'skills', 'Nobody can do it', '2026-01-31', (SELECT id FROM person LIMIT 1)
     FROM service s WHERE reference = $1 RETURNING id`,
    [reference],
  );
  return id as string;
}

export async function closedWave({ source }: TestApp): Promise<string> {
  const [{ id }] = await source.query(
    `INSERT INTO pulse_wave (opens_on, closes_on, questions_version, made_by)
     SELECT '2026-01-01', '2026-01-31', 1, id FROM person LIMIT 1 RETURNING id`,
  );
  return id as string;
}

/** A reorganisation that changed nothing, and so may be withdrawn; its id. */
export async function newReorganisation({ source }: TestApp): Promise<string> {
  const estates = { rolesEnded: [], rolesGiven: [], barriers: [] };
  const [{ id }] = await source.query(
    `INSERT INTO reorganisation (kind, on_date, made_by, effect) SELECT 'rename', '2024-01-01', id, $1 FROM person LIMIT 1
     RETURNING id`,
    [JSON.stringify({ organisations: [], services: [], estates, returns: [] })],
  );
  return id as string;
}
