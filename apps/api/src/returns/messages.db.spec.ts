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
});
