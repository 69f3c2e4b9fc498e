import { type TestApp, organisation, service } from '../testing/app.js';

export const quarter = '2026-27-Q2';

/** Returns of it are submitted; an organisation came late. */
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
  await organisation(source, 'LATE');
  await service(source, 'LATE-001', 'late');
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
