import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { DataSource } from 'typeorm';
import { organisation, person } from '../../testing/app.js';

export const quarter = '2026-27-Q3';

/**
 * An open quarter with a return of department ONE, which has a lead, an approver, and somebody who is both. It is
 * excused, so that no reminder comes by itself.
 */
export async function mailWorld(source: DataSource): Promise<{ organisationId: string }> {
  await organisation(source, 'ONE');
  await organisation(source, 'BELOW', 'one');
  await organisation(source, 'TWO');
  await source.query(
    `INSERT INTO quarter (id, from_on, to_on, state, due_on)
     VALUES ($1, '2026-10-01', '2026-12-31', 'open', '2027-01-28')`,
    [quarter],
  );
  const [{ organisation_id: organisationId }] = await source.query(
    `INSERT INTO quarter_return (quarter_id, organisation_id, state, excused)
     SELECT $1, id, 'excused', 'Not asked for' FROM organisation WHERE slug = 'one' RETURNING organisation_id`,
    [quarter],
  );
  await person(source, 'digital_lead', 'one');
  await person(source, 'approver', 'one');
  await person(source, 'digital_lead', 'below');
  await person(source, 'digital_lead', 'two');
  await person(source, 'oversight');
  await source.query(
    `WITH two AS (INSERT INTO person (email, name) VALUES ('both@headway.example', 'both one') RETURNING id)
     INSERT INTO role_grant (person_id, role, organisation_id)
     SELECT two.id, role, o.id FROM two, organisation o, unnest(ARRAY['digital_lead', 'approver']) role
     WHERE o.slug = 'one'`,
  );
  return { organisationId };
}

export interface StandIn {
  readonly url: string;
  /** What was posted, try after try. */
  readonly posted: { reference: string; email_address: string; personalisation: Record<string, string> }[];
  /** What it answers to the next posts; 201 once these are used up. Null hangs up without an answer, having taken it. */
  answers: (number | null)[];
  close(): Promise<void>;
}

/** Stands in for GOV.UK Notify: takes mail and tells what it took, as https://docs.notifications.service.gov.uk says. */
export async function notifyStandIn(): Promise<StandIn> {
  const posted: StandIn['posted'] = [];
  const taken = new Map<string, string>();
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    const answer = (status: number, body: object) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const url = new URL(request.url!, 'http://localhost');
      const id = taken.get(url.searchParams.get('reference') ?? '');
      if (request.method === 'GET')
        return void answer(200, { notifications: id ? [{ id }] : [], links: { current: '' } });
      const letter = JSON.parse(Buffer.concat(chunks).toString()) as StandIn['posted'][number];
      posted.push(letter);
      const status = standIn.answers.length ? standIn.answers.shift()! : 201;
      if (status === null || status === 201) taken.set(letter.reference, crypto.randomUUID());
      if (status === null) return void request.socket.destroy();
      if (status === 201) return void answer(201, { id: taken.get(letter.reference) });
      const errors = [{ error: 'Error', message: 'Can’t send to this recipient' }];
      answer(status, { status_code: status, errors });
    });
  });
  await new Promise<void>((listening) => server.listen(0, 'localhost', listening));
  const standIn: StandIn = {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    posted,
    answers: [],
    close: () => new Promise((closed) => server.close(() => closed())),
  };
  return standIn;
}
