import type { ReturnMessage } from '@headway/contract';
import { person } from '../testing/app.js';
import { quarter, returnsWorld, type ReturnsWorld, wholeDraft } from './returns.fixture.js';

describe('what is said of a service in a return', () => {
  let world: ReturnsWorld;
  beforeEach(async () => {
    world = await returnsWorld();
    await world.open();
  });
  afterEach(() => world.close());

  const submit = async () => {
    await world.act(world.tokens.lead, 'PUT', '/returns/one', wholeDraft);
    await world.act(world.tokens.lead, 'POST', '/returns/one/submit', { declaration: true });
  };
  const request = (text: string) =>
    world.act(world.tokens.approver, 'POST', '/returns/one/request-changes', {
      comments: [{ service: 'ONE-4', text }],
    });

  it('tells the lead of an agency what is still to be changed, and nothing else of the return above', async () => {
    const agency = await person(world.source, 'digital_lead', 'below');
    const standing = async () => {
      const { items } = (await world.ask('GET', '/api/services/ONE-4/messages', { token: agency })).json();
      return items.map((one: ReturnMessage) => [one.text, one.stands, one.organisation.slug]);
    };
    await submit();
    await request('Is it live?');
    expect(await standing()).toEqual([['Is it live?', true, 'one']]);
    await submit();
    expect(await standing()).toEqual([['Is it live?', false, 'one']]);
    await request('And since when?');
    expect(await standing()).toEqual([
      ['Is it live?', false, 'one'],
      ['And since when?', true, 'one'],
    ]);
    const above = await world.ask('GET', `/api/quarters/${quarter.id}/returns/one`, { token: agency });
    expect(above.statusCode).toBe(404);
  });

  it('reaches whoever has the service now, who can answer where it was asked', async () => {
    await submit();
    await request('Is it live?');
    const answer = (who: 'otherLead' | 'viewer', service: string, organisation = 'one') =>
      world.send(world.tokens[who], 'POST', `/services/${service}/messages`, {
        ...{ quarter: quarter.id, organisation, text: 'Since May' },
      });
    expect((await answer('otherLead', 'ONE-4')).statusCode).toBe(404);
    const moved = await world.send(world.tokens.oversight, 'POST', '/services/ONE-4/transfer', {
      ...{ organisation: 'two', on: quarter.from },
    });
    expect(moved.statusCode).withContext(moved.body).toBe(200);
    const said = (await world.send(world.tokens.otherLead, 'GET', '/services/ONE-4/messages')).json();
    expect(said.items.map((one: ReturnMessage) => one.text)).toEqual(['Is it live?']);
    expect((await answer('viewer', 'ONE-4')).statusCode).toBe(403);
    expect((await answer('otherLead', 'ONE-4', 'two')).statusCode).toBe(404);
    expect((await answer('otherLead', 'TWO-1')).statusCode).toBe(404);
    const answered = await answer('otherLead', 'ONE-4');
    expect(answered.statusCode).withContext(answered.body).toBe(201);
    // Those who asked read it where they asked, and can ask on.
    const on = await world.act(world.tokens.approver, 'POST', '/returns/one/messages', {
      ...{ service: 'ONE-4', text: 'Thank you' },
    });
    expect(on.statusCode).withContext(on.body).toBe(201);
    const thread = (await world.act(world.tokens.approver, 'GET', '/returns/one/messages')).json();
    expect(thread.items.map((one: ReturnMessage) => one.text)).toEqual([
      ...['Is it live?', 'Since May', 'Thank you'],
    ]);
  });
});
