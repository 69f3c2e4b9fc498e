import { formatDate, londonDate, workingDaysAfter } from '@headway/domain';
import { quarter, returnsWorld, type ReturnsWorld } from '../returns/returns.fixture.js';
import { Reminders } from './reminders.service.js';

const today = londonDate(new Date());

describe('the due date of a quarter', () => {
  let world: ReturnsWorld;
  beforeEach(async () => (world = await returnsWorld()), 60_000);
  afterEach(() => world.close());

  it('is followed by the reminders once it is put right, again for a stage that comes again', async () => {
    await world.open();
    const reminders = world.app.get(Reminders);
    const dueSoon = (): Promise<{ name: string; on: string; body: string }[]> =>
      world.source.query(
        `SELECT p.name, m.occasion AS "on", m.body FROM mail m JOIN person p ON p.id = m.person_id
         WHERE m.kind = 'due_soon' ORDER BY m.occasion, p.name`,
      );
    const weekBefore = (day: string) => workingDaysAfter(day, -5);
    const [first, second] = [workingDaysAfter(today, 7), workingDaysAfter(today, 20)];
    const expected: object[] = [];
    for (const dueOn of [first, second]) {
      expect((await world.act(world.tokens.oversight, 'PATCH', '', { dueOn })).statusCode).toBe(200);
      // What the date was before means nothing any more.
      if (dueOn === second) await reminders.chaseAll(first);
      await reminders.chaseAll(weekBefore(dueOn));
      const body = jasmine.stringContaining(formatDate(dueOn));
      for (const who of ['one', 'one', 'two'])
        expected.push({ name: `digital_lead ${who}`, on: weekBefore(dueOn), body });
      expect(await dueSoon()).toEqual(expected as Awaited<ReturnType<typeof dueSoon>>);
    }
    expect((await world.act(world.tokens.viewer, 'GET', '/due.ics')).body).toContain('SEQUENCE:3\r\n');
  });

  it('is there as a calendar file, once there is one', async () => {
    const get = () => world.act(world.tokens.viewer, 'GET', '/due.ics');
    expect((await get()).statusCode).toBe(404);
    await world.open();
    const file = await get();
    expect(file.headers['content-type']).toBe('text/calendar; charset=utf-8');
    expect(file.headers['content-disposition']).toBe(
      `attachment; filename="headway-${quarter.id.toLowerCase()}-due.ics"`,
    );
    expect(file.body).toContain(`DTSTART;VALUE=DATE:${today.replaceAll('-', '')}\r\n`);
    expect(file.body).toContain(`UID:due-${quarter.id.toLowerCase()}@localhost\r\n`);
    expect((await get()).body).toBe(file.body);
  });
});
