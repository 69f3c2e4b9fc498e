import { daysAfter, londonDate, workingDaysAfter } from '@headway/domain';
import { quarter, returnsWorld, type ReturnsWorld, wholeDraft } from '../returns/returns.fixture.js';
import { type TestApp, testApp } from '../testing/app.js';
import { Reminders } from './reminders.service.js';

/** Of 2026-27 or whichever year it is: opened and due today, so overdue from the next working day on. */
const today = londonDate(new Date());
const late = workingDaysAfter(today, 1);

describe('reminders of returns', () => {
  let world: ReturnsWorld;
  let reminders: Reminders;

  beforeEach(async () => {
    world = await returnsWorld();
    reminders = world.app.get(Reminders);
  }, 60_000);
  afterEach(() => world.close());

  const mails = (): Promise<
    { kind: string; to: string; occasion: string; subject: string; body: string }[]
  > =>
    world.source.query(
      `SELECT m.kind, p.name AS "to", m.occasion, m.subject, m.body FROM mail m JOIN person p ON p.id = m.person_id
       ORDER BY m.made_on, m.kind, p.name, p.id`,
    );
  const made = async () => (await mails()).map(({ kind, to, occasion }) => `${occasion} ${kind} ${to}`);
  const remind = (token = world.tokens.oversight) => world.act(token, 'POST', '/remind');
  /** As if all mail had been made the day before. */
  const yesterday = () => world.source.query('UPDATE mail SET made_on = made_on - 1');
  const submit = async () => {
    await world.act(world.tokens.both, 'PUT', '/returns/one', wholeDraft);
    expect(
      (await world.act(world.tokens.both, 'POST', '/returns/one/submit', { declaration: true })).statusCode,
    ).toBe(200);
  };
  const forget = () => world.source.query('DELETE FROM mail');

  it('come to the leads of all who are asked once the quarter is opened, with a link to the return', async () => {
    await world.open();
    expect(await made()).toEqual(
      ['digital_lead one', 'digital_lead one', 'digital_lead two'].map(
        (to) => `${today} quarter_opened ${to}`,
      ),
    );
    const [first] = await mails();
    const origin = /^http:\/\/localhost:\d+/.exec(/http\S+/.exec(first!.body)![0])![0];
    expect(first!.body).toContain(`${origin}/quarters/${quarter.id}/returns/one`);
    expect(first!.subject).toContain('due today');
  });

  it('come each once, however many processes ask at once, and the latest only', async () => {
    await world.open();
    await forget();
    const other: TestApp = await testApp(world);
    const both = [reminders, other.app.get(Reminders)];
    const later = workingDaysAfter(daysAfter(late, 14), 1);
    for (const day of [late, later])
      await Promise.all([...both, ...both, ...both].map((one) => one.chaseAll(day)));
    await other.close();
    const kinds = (await mails()).map(({ kind }) => kind);
    expect(kinds).toEqual(Array.from({ length: 6 }, () => 'overdue'));
    expect(new Set((await mails()).map(({ occasion }) => occasion)).size).toBe(2);
  });

  it('come on no day off, to nobody who has signed off or is excused, and not once the quarter is closed', async () => {
    await world.open();
    await forget();
    let dayOff = late;
    while (workingDaysAfter(daysAfter(dayOff, -1), 1) === dayOff) dayOff = daysAfter(dayOff, 1);
    await reminders.chaseAll(dayOff);
    expect(await made()).toEqual([]);
    await world.act(world.tokens.oversight, 'POST', '/returns/two/excuse', { reason: 'It is being closed' });
    await submit();
    await world.act(world.tokens.approver, 'POST', '/returns/one/sign-off');
    await forget();
    await reminders.chaseAll(late);
    expect(await made()).toEqual([]);
    await world.act(world.tokens.oversight, 'POST', '/returns/one/request-changes', {
      comments: [{ text: 'One is missing' }],
    });
    await world.act(world.tokens.oversight, 'POST', '/close', { withUnfinished: true });
    await forget();
    await reminders.chaseAll(late);
    expect(await made()).toEqual([]);
  });

  it('come to the approvers of what is submitted, but not to who submitted it', async () => {
    await world.open();
    await submit();
    await forget();
    await reminders.chaseAll(late);
    expect(await made()).toEqual([`${late} overdue approver one`, `${late} overdue digital_lead two`]);
  });

  it('come when oversight says so, at most once a day', async () => {
    await world.open();
    expect((await remind()).json()).toEqual({ sent: 0, toApprovers: 0, unreachable: 0 });
    await yesterday();
    const both = await Promise.all([remind(), remind()]);
    expect(both.map((one) => one.json().sent).toSorted()).toEqual([0, 3]);
    expect((await made()).filter((one) => one.includes('reminder')).length).toBe(3);
    await yesterday();
    expect((await remind()).json()).toEqual({ sent: 0, toApprovers: 0, unreachable: 0 });
    const trail = await world.ask('GET', '/api/audit?action=quarter.reminded', {
      token: world.tokens.oversight,
    });
    expect(trail.json().total).toBe(4);
    expect(trail.json().items.map(({ detail }: { detail: object }) => detail)).toContain({ sent: 3 });
  });

  it('say how many of them went to approvers', async () => {
    await world.open();
    await submit();
    await forget();
    expect((await remind()).json()).toEqual({ sent: 2, toApprovers: 1, unreachable: 0 });
    expect(await made()).toEqual(['approver one', 'digital_lead two'].map((to) => `${today} reminder ${to}`));
  });

  it('do not come the day after to who was reminded by hand before they came', async () => {
    await world.open();
    await forget();
    const on = workingDaysAfter(daysAfter(today, 1), -1);
    const dueOn = workingDaysAfter(on, 5);
    await world.source.query(`UPDATE quarter SET opened_at = opened_at - interval '14 days', due_on = $1`, [
      dueOn,
    ]);
    expect((await remind()).json().sent).toBe(3);
    await world.source.query(
      `DELETE FROM mail m USING person p WHERE p.id = m.person_id AND p.name = 'digital_lead two'`,
    );
    const byHand = ['digital_lead one', 'digital_lead one'].map((to) => `${today} reminder ${to}`);
    await reminders.chaseAll(late);
    expect(await made()).toEqual([...byHand, `${on} due_soon digital_lead two`]);
    await reminders.chaseAll(dueOn);
    const kinds = (await mails()).map(({ kind }) => kind);
    expect(kinds.slice(3)).toEqual(['due_today', 'due_today', 'due_today']);
  });

  it('reach nobody where nobody holds the role that the return waits for, which oversight is told', async () => {
    await world.open();
    await submit();
    await yesterday();
    const unreachable = async (token = world.tokens.oversight) => {
      const list = (await world.act(token, 'GET', '/returns')).json();
      return list.unreachable.map((one: { slug: string; waitsFor: string }) => [one.slug, one.waitsFor]);
    };
    const take = (role: string, slug: string, but = '') =>
      world.source.query(
        `DELETE FROM role_grant g USING organisation o, person p
         WHERE g.organisation_id = o.id AND p.id = g.person_id AND g.role = $1 AND o.slug = $2 AND p.name <> $3`,
        [role, slug, but],
      );
    expect(await unreachable()).toEqual([]);
    await take('digital_lead', 'two');
    expect(await unreachable()).toEqual([['two', 'digital_lead']]);
    expect((await remind()).json()).toEqual({ sent: 1, toApprovers: 1, unreachable: 1 });
    // Of department one there is an approver left, but it is who submitted.
    await take('approver', 'one', 'digital_lead one');
    expect(await unreachable()).toEqual([
      ['one', 'approver'],
      ['two', 'digital_lead'],
    ]);
    await yesterday();
    expect((await remind()).json()).toEqual({ sent: 0, toApprovers: 0, unreachable: 2 });
    for (const token of [world.tokens.lead, world.tokens.viewer])
      expect(await unreachable(token)).toEqual([]);
    await world.act(world.tokens.oversight, 'POST', '/returns/two/excuse', { reason: 'It is being closed' });
    expect(await unreachable()).toEqual([['one', 'approver']]);
    await world.act(world.tokens.oversight, 'POST', '/close', { withUnfinished: true });
    expect(await unreachable()).toEqual([]);
  });

  it('reach who holds a role over what the organisation is below', async () => {
    await world.open();
    await world.source.query(
      `UPDATE role_grant SET organisation_id = (SELECT id FROM organisation WHERE slug = 'none')
       WHERE role = 'digital_lead' AND organisation_id = (SELECT id FROM organisation WHERE slug = 'two')`,
    );
    const slugs = async () =>
      (await world.act(world.tokens.oversight, 'GET', '/returns'))
        .json()
        .unreachable.map(({ slug }: { slug: string }) => slug);
    expect(await slugs()).toEqual(['two']);
    await world.source.query(
      `UPDATE organisation SET parent_id = (SELECT id FROM organisation WHERE slug = 'none') WHERE slug = 'two'`,
    );
    expect(await slugs()).toEqual([]);
  });

  it('are for oversight to send, of a quarter that is open', async () => {
    expect((await remind()).json().code).toBe('wrong_state');
    const nothing = await world.ask('POST', '/api/quarters/2026-28-Q1/remind', {
      token: world.tokens.oversight,
    });
    expect(nothing.statusCode).toBe(404);
    await world.open();
    for (const token of [world.tokens.lead, world.tokens.approver, world.tokens.viewer])
      expect((await remind(token)).statusCode).toBe(403);
    await world.act(world.tokens.oversight, 'POST', '/close', { withUnfinished: true });
    expect((await remind()).json().code).toBe('wrong_state');
  });

  it('are beside mail of what is done to a return, to whom it concerns', async () => {
    await world.open();
    await forget();
    await submit();
    expect(await made()).toEqual([jasmine.stringMatching(/^\d+ submitted approver one$/)]);
    await forget();
    const comments = [{ service: 'ONE-1', text: 'This is live' }];
    await world.act(world.tokens.approver, 'POST', '/returns/one/request-changes', { comments });
    expect(await made()).toEqual([
      jasmine.stringMatching(/changes_requested digital_lead one$/),
      jasmine.stringMatching(/changes_requested digital_lead one$/),
    ]);
    await submit();
    await forget();
    await world.act(world.tokens.approver, 'POST', '/returns/one/sign-off');
    const [first, second] = await mails();
    expect([first!.kind, second!.kind]).toEqual(['signed_off', 'signed_off']);
    expect(first!.body).toContain('approver one has signed off the return of Department ONE');
  });

  it('that a refused change would give cause to are not made', async () => {
    await world.open();
    await forget();
    await submit();
    await forget();
    expect((await world.act(world.tokens.both, 'POST', '/returns/one/sign-off')).statusCode).toBe(403);
    expect(await made()).toEqual([]);
  });
});
