import { EventEmitter } from 'node:events';
import { PassThrough, Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { setImmediate as turn } from 'node:timers/promises';
import type { FastifyReply } from 'fastify';
import type { DataSource } from 'typeorm';
import type { Caller } from '../platform/caller.js';
import { ServicesDownload } from './services.download.js';

const caller: Caller = {
  id: 'person',
  name: 'A B',
  email: 'a@b.example',
  grants: [{ role: 'viewer', organisations: ['an-id'] }],
  retry: null,
};

/** A database that answers a COPY with these rows, or fails in it, and remembers what it was told. */
function download(rows: () => Readable) {
  const told: string[] = [];
  const headers: Record<string, string> = {};
  let released: 'no' | 'returned' | 'destroyed' = 'no';
  let sent: Promise<string> | undefined;
  const client = Object.assign(new EventEmitter(), {
    query: (asked: string | { text: string }) => {
      told.push(typeof asked === 'string' ? asked : asked.text);
      return typeof asked === 'string' ? Promise.resolve() : rows();
    },
    release: (broken = false) => void (released = broken ? 'destroyed' : 'returned'),
  });
  const database = {
    driver: { master: { connect: () => Promise.resolve(client) } },
    manager: { query: () => Promise.resolve([{ until: '2026-04-01T09:00:00.000Z' }]) },
  } as unknown as DataSource;
  const reply = {
    header: (name: string, value: string) => Object.assign(headers, { [name]: value }) && reply,
    send: (body: Readable) => void (sent = buffer(body).then(String, () => 'broken off')),
  };
  const send = (filters: Parameters<ServicesDownload['sendCsv']>[1]) =>
    new ServicesDownload(database).sendCsv(caller, filters, reply as unknown as FastifyReply);
  return { send, told, headers, body: () => sent, released: () => released };
}

describe('the download of services', () => {
  const rows = () => Readable.from([Buffer.from('Reference\nT-1\n')]);

  it('is UTF-8 with a mark, under the name of its date', async () => {
    const { send, headers, body, told, released } = download(rows);
    await send({ on: '2026-03-31' });
    expect(headers['Content-Type']).toBe('text/csv; charset=utf-8; header=present');
    expect(headers['Content-Disposition']).toBe('attachment; filename="headway-services-2026-03-31.csv"');
    expect(await body()).toBe('\ufeffReference\nT-1\n');
    expect([told.at(0), told.at(-1), released()]).toEqual([
      jasmine.stringMatching('READ ONLY'),
      'COMMIT',
      'returned',
    ]);
  });

  it('has what was asked quoted, and keeps to what the caller may see', async () => {
    const { send, told } = download(rows);
    await send({ q: `it's \\ 100%`, organisation: [`o'x`], on: '2026-03-31' });
    const copy = told[1]!;
    expect(copy).toContain(`'%it''s%'`);
    expect(copy).toContain(String.raw` E'%100\\%%'`);
    expect(copy).toContain(`'["o''x"]'`);
    expect(copy).toContain(`'["an-id"]'`);
  });

  it('destroys its connection and says so where the database fails', async () => {
    const broken = download(() => new PassThrough().destroy(new Error('away')));
    await expectAsync(broken.send({ on: '2026-03-31' })).toBeRejectedWithError('away');
    expect([broken.released(), broken.body()]).toEqual(['destroyed', undefined]);
  });

  it('breaks off where the database fails once a part was sent', async () => {
    const rows = new PassThrough();
    rows.write('Reference\n');
    const broken = download(() => rows);
    const sending = broken.send({ on: '2026-03-31' });
    while (!broken.body()) await turn();
    rows.destroy(new Error('away'));
    await sending;
    expect([broken.released(), await broken.body()]).toEqual(['destroyed', 'broken off']);
  });
});
