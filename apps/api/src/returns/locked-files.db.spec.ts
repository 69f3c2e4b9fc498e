import type { ImportReport } from '@headway/contract';
import { daysAfter } from '@headway/domain';
import { inQuarter, quarter, returnsWorld, type ReturnsWorld, wholeDraft } from './returns.fixture.js';

describe('a file for a quarter whose return is submitted', () => {
  let world: ReturnsWorld;
  beforeEach(async () => {
    world = await returnsWorld();
    await world.open();
    await world.act(world.tokens.lead, 'PUT', '/returns/one', wholeDraft);
  });
  afterEach(() => world.close());

  const after = daysAfter(quarter.to, 1);
  const submit = () => world.act(world.tokens.lead, 'POST', '/returns/one/submit', { declaration: true });
  const send = async (kind: string, mode: string, heading: string[], ...rows: string[][]) => {
    const answer = await world.ask('POST', `/api/imports?kind=${kind}&mode=${mode}`, {
      token: world.tokens.lead,
      body: [heading, ...rows].map((row) => row.join(',')).join('\r\n'),
      headers: { 'content-type': 'text/csv' },
    });
    return answer.json() as ImportReport;
  };
  const locked = ({ problems }: ImportReport) =>
    problems.flatMap(({ code, cell, severity }) => (code === 'locked' ? `${severity} ${cell}` : []));
  const services = (mode: string) =>
    send(
      'services',
      mode,
      [
        'Reference',
        'Service name',
        'Organisation',
        'Audience',
        'Stage',
        'Stage reached on',
        'Opens on',
        'Evidence',
      ],
      ['ONE-1', 'Service ONE-1', 'ONE', 'External', 'Live', inQuarter, '', 'https://www.gov.uk/x'],
      ['ONE-2', 'Service ONE-2', 'ONE', 'External', 'Live', after, '', 'https://www.gov.uk/x'],
      ['ONE-3', 'Service ONE-3', 'ONE', 'Internal', '', '', '', ''],
      ['ONE-4', 'Renamed', 'BELOW', 'External', '', '', '', ''],
      ['', 'New in the quarter', 'ONE', 'External', '', '', inQuarter, ''],
      ['', 'New since', 'ONE', 'External', '', '', after, ''],
      ['', 'New and undated', 'ONE', 'External', '', '', '', ''],
    );

  it('names every cell of a service that is locked, and by what, before anything is saved', async () => {
    expect(locked(await services('check'))).toEqual([]);
    await submit();
    const report = await services('check');
    expect(locked(report)).toEqual(['error F2', 'error D4', 'error G6', 'error C8']);
    const { message } = report.problems.find(({ code }) => code === 'locked')!;
    expect(message).toContain('An approver of the organisation or central oversight can reopen it');
    const undated = report.problems.find(({ cell }) => cell === 'C8')!;
    expect(undated.message).toContain('give the date in a column "Opens on"');
    // And applying says the same.
    expect(locked(await services('apply'))).toEqual(['error F2', 'error D4', 'error G6', 'error C8']);
  });

  it('names every cell of a barrier that is locked', async () => {
    const { json } = await world.ask('POST', '/api/services/ONE-1/barriers', {
      token: world.tokens.lead,
      headers: { 'idempotency-key': crypto.randomUUID() },
      body: { category: 'skills', description: 'Open', raisedOn: inQuarter },
    });
    const { id } = json();
    await submit();
    const heading = [
      'Barrier id',
      'Reference',
      'Organisation',
      'Category',
      'Barrier',
      'Raised on',
      'Resolved on',
    ];
    const report = await send(
      'barriers',
      'check',
      heading,
      [id, 'ONE-1', '', 'Skills', 'Other words', inQuarter, quarter.to],
      ['', 'ONE-2', '', 'Skills', 'Too late', quarter.to, ''],
      ['', '', 'BELOW', 'Skills', 'Too late', inQuarter, ''],
      ['', 'ONE-2', '', 'Skills', 'After', after, ''],
    );
    expect(locked(report)).toEqual(['error G2', 'error F3', 'error F4']);
  });
});
