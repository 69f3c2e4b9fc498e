import type { ImportReport } from '@headway/contract';
import { type TestApp } from '../testing/app.js';
import { type Reorganiser, governmentOf } from './reorganisations.fixture.js';

const kind = 'agency';

describe('a name of an organisation', () => {
  let headway: TestApp;
  let admin: Reorganiser;
  beforeAll(async () => {
    ({ headway, admin } = await governmentOf());
    await admin.make({
      ...{ kind: 'rename', on: '2020-01-01', organisation: 'b' },
      ...{ name: 'Ministry B', abbreviation: 'MB' },
    });
    await admin.make({ kind: 'merge', on: '2023-06-01', organisations: ['a'], into: 'other' });
  }, 60_000);
  afterAll(() => headway.close());

  const names = ['Department B', 'mb', 'department  OTHER', 'b', 'AX'];
  const post = (body: object) =>
    headway.ask('POST', '/api/organisations', { token: admin.token, body: { kind, ...body } });
  const said = ({ statusCode, ...answer }: Awaited<ReturnType<typeof post>>) => {
    const [error] = answer.json().errors as { pointer: string; code: string }[];
    return `${statusCode} ${error!.pointer} ${error!.code}`;
  };

  it('in use or once in use is nobody else’s, however one comes by it', async () => {
    for (const name of names) {
      expect(said(await post({ name })))
        .withContext(name)
        .toBe('409 /name already_exists');
      expect(said(await post({ name: 'New', abbreviation: name.slice(0, 20) })))
        .withContext(name)
        .toBe('409 /abbreviation already_exists');
      const patched = await headway.ask('PATCH', '/api/organisations/axy', {
        token: admin.token,
        body: { name },
        headers: { 'if-match': '*' },
      });
      expect(said(patched)).withContext(name).toBe('409 /name already_exists');
      const rename = { kind: 'rename', on: '2024-01-01', organisation: 'axy', name };
      expect(said(await admin.check(rename)))
        .withContext(name)
        .toBe('422 /name already_exists');
      const transfer = { kind: 'transfer', on: '2024-01-01', from: 'b', services: ['B-1'] };
      expect(said(await admin.check({ ...transfer, to: { name, kind } })))
        .withContext(name)
        .toBe('422 /to/name already_exists');
    }
  });

  it('in use or once in use is taken for whoever has it by a file that may create organisations', async () => {
    const body = [
      'Service name,Organisation,Audience',
      ...names.map((name, n) => `New ${n},${name},External`),
    ];
    const url = '/api/imports?kind=services&mode=check&createOrganisations=true';
    const file = { token: admin.token, body: body.join('\n'), headers: { 'content-type': 'text/csv' } };
    const report = (await headway.ask('POST', url, file)).json() as ImportReport;
    expect(report.organisationsCreated).toEqual([]);
  });

  it('of one that ended may be taken from the day after', async () => {
    for (const existsFrom of [null, '2022-01-01', '2023-06-01'])
      expect(said(await post({ name: 'Department A', existsFrom }))).toBe('409 /name already_exists');
    const taken = await post({ name: 'Department A', abbreviation: 'A', existsFrom: '2023-06-02' });
    expect([taken.statusCode, taken.json().slug]).toEqual([201, 'department-a']);
    expect(said(await post({ name: 'Department A', existsFrom: '2023-06-02' }))).toBe(
      '409 /name already_exists',
    );
    const earlier = await headway.ask('PATCH', '/api/organisations/department-a', {
      token: admin.token,
      body: { existsFrom: '2023-01-01' },
      headers: { 'if-match': '*' },
    });
    expect(said(earlier)).toBe('409 /name already_exists');
  });

  it('is held once by the database too', async () => {
    for (const [name, abbreviation] of [
      ['Department B', null],
      ['New', 'Ministry  b'],
    ])
      await expectAsync(
        headway.source.query(
          `INSERT INTO organisation (slug, name, abbreviation, kind) VALUES ('taken', $1, $2, 'agency')`,
          [name, abbreviation],
        ),
      ).toBeRejectedWithError(/held_name_once/);
    await expectAsync(
      headway.source.query(`UPDATE organisation SET name = 'Ministry B' WHERE slug = 'axy'`),
    ).toBeRejectedWithError(/held_name_once/);
  });
});
