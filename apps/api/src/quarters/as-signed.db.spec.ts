import { type Snapshot, daysAfter, londonDate } from '@headway/domain';
import {
  inQuarter,
  quarter,
  returnsWorld,
  type ReturnsWorld,
  wholeDraft,
} from '../returns/returns.fixture.js';
import { Snapshots } from '../review/snapshots.service.js';

describe('the pack of a quarter whose returns are signed off', () => {
  let world: ReturnsWorld;
  beforeEach(async () => {
    world = await returnsWorld();
    await world.open();
  });
  afterEach(() => world.close());

  const ask = async (token: string, method: string, url: string, body: object, status: number) => {
    const headers = { 'if-match': '*', 'idempotency-key': crypto.randomUUID() };
    const answer = await world.ask(method, `/api${url}`, { token, headers, body });
    expect(answer.statusCode).withContext(`${method} ${url} ${answer.body}`).toBe(status);
    return answer.json();
  };
  const sign = async () => {
    await world.act(world.tokens.lead, 'PUT', '/returns/one', wholeDraft);
    await world.act(world.tokens.lead, 'POST', '/returns/one/submit', { declaration: true });
    const answer = await world.act(world.tokens.approver, 'POST', '/returns/one/sign-off');
    expect(answer.statusCode).withContext(answer.body).toBe(200);
  };
  const raise = (url: string, description: string, raisedOn: string, status = 201) =>
    ask(world.tokens.lead, 'POST', `${url}/barriers`, { category: 'skills', description, raisedOn }, status);
  const setTarget = (reference: string, token: string, dueOn: string, reason: string | null = null) =>
    ask(token, 'PUT', `/services/${reference}/targets/live`, { dueOn, reason }, 200);
  const change = async (reference: string, token: string) => {
    const details = { name: 'Changed', owner: 'Changed', address: 'https://www.gov.uk/changed' };
    await ask(token, 'PATCH', `/services/${reference}`, { ...details, transactionsAYear: 7 }, 200);
    await setTarget(reference, token, daysAfter(londonDate(new Date()), 900), 'Later');
  };
  const closed = async () => {
    const answer = await world.act(world.tokens.oversight, 'POST', '/close', { withUnfinished: true });
    expect(answer.statusCode).withContext(answer.body).toBe(200);
    const frozen = await world.app.get(Snapshots).frozen(quarter.id);
    return JSON.parse(frozen.bytes.toString()) as Snapshot;
  };
  const details = ({ services }: Snapshot, reference: string) => {
    const found = services.find((one) => one.reference === reference)!;
    return [found.name, found.owner, found.address, found.transactionsAYear, found.liveBy];
  };

  it('prints what was submitted, whatever was changed of names, plans and words since', async () => {
    const due = daysAfter(londonDate(new Date()), 90);
    await setTarget('ONE-1', world.tokens.lead, due);
    const ofService = await raise('/services/ONE-1', 'As signed', inQuarter);
    const ofAgency = await raise('/organisations/below', 'Agency as signed', inQuarter);
    await sign();

    await change('ONE-1', world.tokens.lead);
    await change('TWO-1', world.tokens.otherLead);
    for (const { id } of [ofService, ofAgency])
      await ask(
        world.tokens.lead,
        'PATCH',
        `/barriers/${id}`,
        { description: 'Changed', category: 'funding' },
        200,
      );
    await world.source.query(`UPDATE organisation SET name = 'Changed ' || slug`);
    const snapshot = await closed();

    expect(details(snapshot, 'ONE-1')).toEqual(['Service ONE-1', null, null, null, due]);
    expect(snapshot.targets.filter(({ reference }) => reference === 'ONE-1')).toEqual([
      jasmine.objectContaining({
        name: 'Service ONE-1',
        organisation: 'Department ONE',
        dueOn: due,
        slippage: 0,
      }),
    ]);
    expect(
      snapshot.barriers.map(({ organisation, category, description }) => [
        organisation,
        category,
        description,
      ]),
    ).toEqual(
      jasmine.arrayWithExactContents([
        ['Department BELOW', 'skills', 'Agency as signed'],
        ['Department ONE', 'skills', 'As signed'],
      ]),
    );
    const names = Object.fromEntries(
      snapshot.organisations.map(({ organisation }) => [organisation.slug, organisation.name]),
    );
    expect(names).toEqual(
      jasmine.objectContaining({ one: 'Department ONE', below: 'Department BELOW', two: 'Changed two' }),
    );
    expect(snapshot.returns.map(({ organisation }) => organisation.name)).toEqual([
      'Changed two',
      'Department ONE',
    ]);
    // Nobody has signed for the other.
    expect(details(snapshot, 'TWO-1').slice(0, 4)).toEqual([
      'Changed',
      'Changed',
      'https://www.gov.uk/changed',
      7,
    ]);
  });

  it('says in every list the names that were signed, in their order, for earlier quarters too', async () => {
    await sign();
    // As it would be listed after the other one.
    await world.source.query(`UPDATE organisation SET name = 'Zoo' WHERE slug = 'one'`);
    const snapshot = await closed();
    const listed = ({ slug, name }: { slug: string; name: string }) => `${slug}: ${name}`;
    const expected = ['below: Department BELOW', 'one: Department ONE', 'two: Department TWO'];
    const mine = (text: string) => /^(below|one|two):/.test(text);
    for (const list of [snapshot.organisations, snapshot.organisationTrend, snapshot.signals.byOrganisation])
      expect(list.map(({ organisation }) => listed(organisation)).filter(mine)).toEqual(expected);
    const [line] = snapshot.organisationTrend.filter(({ organisation }) => organisation.slug === 'one');
    expect(new Set(line!.quarters.map((one) => one?.name ?? 'Department ONE'))).toEqual(
      new Set(['Department ONE']),
    );
    expect(snapshot.returns.map(({ organisation }) => organisation.name)).toEqual([
      'Department ONE',
      'Department TWO',
    ]);
    expect(snapshot.services.map(({ organisation }) => organisation.name)).toEqual(
      snapshot.services.map(({ organisation }) => organisation.name).toSorted(),
    );
    expect(JSON.stringify(snapshot)).not.toContain('Zoo');
  });

  it('prints what was submitted last, where it was sent back in between', async () => {
    await sign();
    await ask(world.tokens.lead, 'PATCH', '/services/ONE-1', { name: 'Corrected' }, 200);
    const comments = [{ service: null, text: 'Correct the name' }];
    await world.act(world.tokens.approver, 'POST', '/returns/one/request-changes', { comments });
    await sign();
    await ask(world.tokens.lead, 'PATCH', '/services/ONE-1', { name: 'Changed after' }, 200);
    expect(details(await closed(), 'ONE-1')[0]).toBe('Corrected');
  });

  it('has the barriers that were signed, as from when until when they hold back is locked', async () => {
    const { id } = await raise('/services/ONE-1', 'Before', inQuarter);
    await sign();
    const after = daysAfter(quarter.to, 1);
    const refused = [
      await raise('/services/ONE-1', 'In the locked quarter', inQuarter, 409),
      await raise('/organisations/one', 'In the locked quarter', quarter.to, 409),
      await raise('/organisations/below', 'In the locked quarter', inQuarter, 409),
      await ask(world.tokens.lead, 'PATCH', `/barriers/${id}`, { resolvedOn: quarter.to }, 409),
      await ask(world.tokens.lead, 'PATCH', `/barriers/${id}`, { raisedOn: daysAfter(inQuarter, 1) }, 409),
    ];
    for (const { code, detail } of refused) {
      expect(code).toBe('wrong_state');
      expect(detail).toContain('An approver of the organisation or central oversight can reopen it');
    }
    await raise('/services/ONE-1', 'After the quarter', after);
    await ask(world.tokens.lead, 'PATCH', `/barriers/${id}`, { resolvedOn: after }, 200);
    await raise('/organisations/two', 'Of another', inQuarter, 404);
    expect((await closed()).barriers.map(({ description }) => description)).toEqual(['Before']);
  });
});
