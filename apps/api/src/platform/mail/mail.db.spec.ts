import { type TestApp, person, testApp } from '../../testing/app.js';
import { mailWorld, quarter } from './mail.fixture.js';
import { Mail, type NewMail } from './mail.js';

describe('mail', () => {
  let headway: TestApp;
  let mail: Mail;
  let organisationId: string;

  beforeEach(async () => {
    headway = await testApp();
    mail = headway.app.get(Mail);
    ({ organisationId } = await mailWorld(headway.source));
  }, 60_000);
  afterEach(() => headway.close());

  const mailOf = (change: Partial<NewMail> = {}): NewMail => ({
    kind: 'overdue',
    quarter,
    organisationId,
    to: 'digital_lead',
    except: [],
    occasion: '2027-01-29',
    subject: 'Overdue',
    body: 'It is overdue',
    ...change,
  });
  const keep = (mails: readonly NewMail[], today = '2027-01-29') =>
    headway.source.transaction((tx) => mail.keep(tx, mails, today));
  const names = async (): Promise<string[]> => {
    const rows: { name: string }[] = await headway.source.query(
      'SELECT p.name FROM mail m JOIN person p ON p.id = m.person_id ORDER BY p.name, m.sequence',
    );
    return rows.map(({ name }) => name);
  };

  it('goes to those who hold the role over the organisation, and not to others', async () => {
    expect(await keep([mailOf()])).toBe(2);
    expect(await names()).toEqual(['both one', 'digital_lead one']);
  });

  it('leaves out who is excepted', async () => {
    const [{ id }] = await headway.source.query(`SELECT id FROM person WHERE name = 'both one'`);
    expect(await keep([mailOf({ to: 'approver', except: [id] })])).toBe(1);
    expect(await names()).toEqual(['approver one']);
  });

  it('is made once, by however many at once', async () => {
    const mails = [mailOf(), mailOf({ kind: 'submitted', to: 'approver', occasion: '1' })];
    const made = await Promise.all(Array.from({ length: 8 }, () => keep(mails)));
    expect(made.reduce((sum, count) => sum + count, 0)).toBe(4);
    expect(await keep(mails, '2027-02-01')).toBe(0);
  });

  it('reminds nobody of a return twice a day, of whatever kind', async () => {
    expect(await keep([mailOf()])).toBe(2);
    expect(await keep([mailOf({ kind: 'reminder' })])).toBe(0);
    expect(await keep([mailOf({ kind: 'reminder', occasion: '2027-01-30' })], '2027-01-30')).toBe(2);
    expect(await keep([mailOf({ kind: 'changes_requested', occasion: '1' })])).toBe(2);
    expect(await keep([mailOf({ kind: 'changes_requested', occasion: '2' })])).toBe(2);
  });

  it('goes with the change that gave cause to it', async () => {
    await expectAsync(
      headway.source.transaction(async (tx) => {
        await mail.keep(tx, [mailOf()]);
        throw new Error('refused');
      }),
    ).toBeRejectedWithError('refused');
    expect(await names()).toEqual([]);
  });

  it('without GOV.UK Notify is kept in the outbox, which oversight and admin read', async () => {
    await keep([mailOf({ body: 'Do it:\n\nhttp://localhost' })]);
    const asked = async (role: Parameters<typeof person>[1], url: string, organisation?: string) =>
      headway.ask('GET', url, { token: await person(headway.source, role, organisation) });
    for (const role of ['oversight', 'admin'] as const) {
      const list = (await asked(role, '/api/mail?pageSize=1')).json();
      expect(list).toEqual(jasmine.objectContaining({ page: 1, pageSize: 1, total: 2, leaves: false }));
      const [first] = list.items;
      expect(first).toEqual(
        jasmine.objectContaining({
          ...{ kind: 'overdue', subject: 'Overdue', quarter, state: 'outbox', attempts: 0 },
          ...{ sentAt: null, failure: null },
          organisation: { slug: 'one', name: 'Department ONE', abbreviation: 'ONE' },
        }),
      );
      expect(first.body).toBeUndefined();
      const one = (await asked(role, `/api/mail/${first.id}`)).json();
      expect(one).toEqual({ ...first, body: 'Do it:\n\nhttp://localhost' });
      for (const missing of ['nothing', crypto.randomUUID()])
        expect((await asked(role, `/api/mail/${missing}`)).statusCode).toBe(404);
    }
    for (const role of ['digital_lead', 'approver'] as const)
      expect((await asked(role, '/api/mail', 'one')).statusCode).toBe(403);
    expect((await asked('viewer', '/api/mail')).statusCode).toBe(403);
  });
});
