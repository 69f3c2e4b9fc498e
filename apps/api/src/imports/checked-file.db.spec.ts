import type { ImportReport } from '@headway/contract';
import { type TwoPeople, twoPeople } from './stale-file.fixture.js';

describe('saving what was checked', () => {
  let here: TwoPeople;

  beforeEach(async () => {
    here = await twoPeople();
  }, 60_000);
  afterEach(() => here.headway.close());

  /** A file in which cells of S-1 are edited, and what a check says of it. */
  const checked = async (edits: Readonly<Record<string, string>>, query = '') => {
    const file = await here.download('csv');
    for (const [column, text] of Object.entries(edits)) file.set('S-1', column, text);
    const body = await file.bytes();
    const { importId } = await here.report(body, `mode=check${query}`);
    return { body, apply: () => here.send(body, `mode=apply&importId=${importId}${query}`), importId };
  };

  it('does what the check said, once, under its id', async () => {
    const { apply, importId, body } = await checked({ 'Senior responsible owner': 'Dan' });
    const saved = await apply();
    expect([saved.statusCode, (saved.json() as ImportReport).importId]).toEqual([200, importId]);
    const again = await apply();
    expect([again.statusCode, again.json().code]).toEqual([409, 'wrong_state']);
    const direct = (await here.send(body, 'mode=apply')).json() as ImportReport;
    expect([direct.updated, direct.unchanged]).toEqual([0, 3]);
  });

  it('is refused for the second of two files about one service, with what changed in between', async () => {
    const first = await checked({ 'Senior responsible owner': 'Dan' });
    const second = await checked({ 'Service address': 'https://c.example' });
    expect((await first.apply()).statusCode).toBe(200);
    const refused = await second.apply();
    expect([refused.statusCode, refused.json().code]).toEqual([412, 'changed_since_read']);
    expect(refused.json().changed).toEqual([
      {
        row: 2,
        reference: 'S-1',
        name: 'Service S-1',
        fields: [{ field: 'Senior responsible owner', before: 'Ann', after: 'Dan' }],
      },
    ]);
    const { owner, address } = await here.service('S-1');
    expect([owner, address]).toEqual(['Dan', 'https://a.example']);
    expect((await second.apply()).statusCode).toBe(412);
  });

  it('is refused where a colleague did the same, recorded a stage or set a target', async () => {
    const same = await checked({ 'Senior responsible owner': 'Dan' });
    await here.colleague('PATCH', '/api/services/S-1', { owner: 'Dan' });
    expect((await same.apply()).json().changed[0].fields).toEqual([
      { field: 'Senior responsible owner', before: 'Ann', after: 'Dan' },
    ]);
    const staged = await checked({ 'Senior responsible owner': 'Eve' });
    await here.colleague('POST', '/api/services/S-1/records', { stage: 'live', effectiveOn: '2026-01-31' });
    const fields = (await staged.apply()).json().changed[0].fields as { field: string }[];
    expect(fields.map(({ field }) => field)).toContain('Stage');
    const aimed = await checked({ 'Senior responsible owner': 'Fay' });
    await here.colleague('PUT', '/api/services/S-1/targets/redesigned', { dueOn: '2031-03-31' });
    expect((await aimed.apply()).json().changed[0].fields).toEqual([
      { field: 'Redesigned by', before: null, after: '31 March 2031' },
    ]);
    expect((await here.service('S-1')).owner).toBe('Dan');
  });

  it('goes on where what changed in between is none of its business', async () => {
    const { apply } = await checked({ 'Senior responsible owner': 'Dan' });
    await here.colleague('PATCH', '/api/services/S-2', { owner: 'Eve' });
    expect((await apply()).statusCode).toBe(200);
    expect((await here.service('S-2')).owner).toBe('Eve');
  });

  it('is refused for another file, another way to read it, and another person', async () => {
    const { body, importId } = await checked({ 'Senior responsible owner': 'Dan' });
    const codes = [
      await here.send(Buffer.concat([body, Buffer.from('\n')]), `mode=apply&importId=${importId}`),
      await here.send(body, `mode=apply&importId=${importId}&overwriteNewer=true`),
      await here.send(body, `mode=apply&importId=${crypto.randomUUID()}`),
      await here.send(body, `mode=check&importId=${importId}`),
    ].map((answer) => answer.statusCode);
    expect(codes).toEqual([409, 409, 409, 400]);
    expect((await here.service('S-1')).owner).toBe('Ann');
  });

  it('holds for a barrier too', async () => {
    await here.colleague('POST', '/api/services/S-1/barriers', {
      category: 'funding',
      description: 'No money',
      raisedOn: '2026-01-31',
    });
    const { body: text } = await here.headway.ask('GET', '/api/barriers.csv', { token: here.lead });
    const send = (query: string, body: string) =>
      here.headway.ask('POST', `/api/imports?kind=barriers&${query}`, {
        token: here.lead,
        body,
        headers: { 'content-type': 'text/csv' },
      });
    const body = text.replace(',funding,', ',skills,');
    const { importId } = (await send('mode=check', body)).json() as ImportReport;
    const id = /[0-9a-f-]{36}/.exec(text)![0];
    await here.colleague('PATCH', `/api/barriers/${id}`, { nextAction: 'Ask for some' });
    const refused = await send(`mode=apply&importId=${importId}`, body);
    expect([refused.statusCode, refused.json().changed[0].fields]).toEqual([
      412,
      [{ field: 'Next action', before: null, after: 'Ask for some' }],
    ]);
  });
});
