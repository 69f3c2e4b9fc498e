import type { ReturnList } from '@headway/contract';
import { daysAfter } from '@headway/domain';
import {
  type ReturnsWorld,
  inQuarter,
  quarter,
  returnsWorld,
  wholeDraft,
} from '../returns/returns.fixture.js';
import { type Reorganiser, reorganiser } from './reorganisations.fixture.js';

describe('whoever kept a return when its organisation was split or merged', () => {
  let world: ReturnsWorld;
  let admin: Reorganiser;
  beforeEach(async () => {
    world = await returnsWorld();
    await world.open();
    admin = await reorganiser(world);
    await world.act(world.tokens.lead, 'PUT', '/returns/one', wholeDraft);
  });
  afterEach(() => world.close());

  const made = (name: string) => ({
    name: `Department ${name}`,
    abbreviation: name,
    kind: 'ministerial_department',
    parent: null,
  });
  const split = (on: string, ...parts: object[]) => ({
    ...{ kind: 'split', on, organisation: 'one' },
    parts: [{ into: made('FIRST') }, { into: made('SECOND'), services: ['ONE-2'] }, ...parts],
  });
  const finish = async (slug: string) => {
    const answers = [
      await world.act(world.tokens.lead, 'PUT', `/returns/${slug}`, wholeDraft),
      await world.act(world.tokens.lead, 'POST', `/returns/${slug}/submit`, { declaration: true }),
      await world.act(world.tokens.approver, 'POST', `/returns/${slug}/sign-off`),
    ];
    expect(answers.map(({ statusCode, body }) => (statusCode === 200 ? 200 : body)))
      .withContext(slug)
      .toEqual([200, 200, 200]);
  };
  const list = async () => (await world.act(world.tokens.oversight, 'GET', '/returns')).json<ReturnList>();
  const trail = () =>
    world.source.query(
      `SELECT action, subject, detail ->> 'quarter' AS quarter FROM audit_entry
       WHERE action IN ('return.excused', 'return.added') ORDER BY action, subject`,
    );

  it('still can after a split that came after the quarter, and in the parts that began', async () => {
    await admin.make(split(daysAfter(quarter.to, 1)));
    await finish('one');
    expect((await list()).unreachable.map(({ slug }) => slug)).not.toContain('one');
    const seen = await world.ask('GET', '/api/services/ONE-2', { token: world.tokens.lead });
    expect(seen.statusCode).toBe(200);
  });

  it('keeps the returns of the parts where the split came in the quarter, and the trail says so', async () => {
    await admin.make(split(inQuarter));
    expect(await trail()).toEqual([
      { action: 'return.added', subject: 'department-first', quarter: quarter.id },
      { action: 'return.added', subject: 'department-second', quarter: quarter.id },
      { action: 'return.excused', subject: 'one', quarter: quarter.id },
    ]);
    // What was said in the draft goes on.
    const { items, unreachable } = await list();
    const first = items.find(({ organisation }) => organisation.slug === 'department-first')!;
    expect([first.state, first.summary, first.confidence, first.reviewed]).toEqual([
      'draft',
      wholeDraft.summary,
      wholeDraft.confidence,
      false,
    ]);
    expect(unreachable.map(({ slug }) => slug)).toEqual([]);
    await finish('department-first');
    await finish('department-second');
  });

  it('can in a new organisation into which it was merged, with what each had said', async () => {
    await world.act(world.tokens.otherLead, 'PUT', '/returns/two', {
      ...wholeDraft,
      ...{ summary: 'Nothing moved', confidence: 'very_confident' },
    });
    await admin.make({ kind: 'merge', on: inQuarter, organisations: ['one', 'two'], into: made('WHOLE') });
    const { items } = await list();
    const whole = items.find(({ organisation }) => organisation.slug === 'department-whole')!;
    expect([whole.state, whole.confidence]).toEqual(['draft', null]);
    expect(whole.summary).toBe('Department ONE: One service moved on\n\nDepartment TWO: Nothing moved');
    await finish('department-whole');
  });

  it('is named to oversight where nobody can, in a part that was there before without anybody', async () => {
    await admin.make({
      ...{ kind: 'split', on: inQuarter, organisation: 'one' },
      parts: [{ into: 'none' }, { into: made('SECOND'), services: ['ONE-2'] }],
    });
    expect((await list()).unreachable).toEqual([
      jasmine.objectContaining({ slug: 'none', waitsFor: 'digital_lead' }),
    ]);
    await finish('department-second');
  });
});
