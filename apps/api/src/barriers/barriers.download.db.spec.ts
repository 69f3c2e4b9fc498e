import { type TestApp, organisation, person, service, testApp } from '../testing/app.js';

describe('the download of barriers', () => {
  let headway: TestApp;
  const header =
    '\ufeffReference,Service name,Organisation,Category,Barrier,Next action,Who does it,Raised on,Resolved on,Barrier id,Known at';

  beforeAll(async () => {
    headway = await testApp();
    const { source } = headway;
    await organisation(source, 'DWP');
    await organisation(source, 'HSE', 'dwp');
    await organisation(source, 'HMRC');
    await service(source, 'DWP-1', 'dwp');
    await service(source, 'HSE-1', 'hse');
    const oversight = await person(source, 'oversight');
    const raise = (path: string, body: object) =>
      headway.ask('POST', `/api/${path}/barriers`, {
        token: oversight,
        body: { category: 'funding', raisedOn: '2026-01-31', ...body },
      });
    await raise('services/DWP-1', { description: '=1+1', nextAction: '@sum', nextActionOwner: '+44' });
    await raise('services/HSE-1', { description: 'Two\nlines', category: 'skills' });
    await raise('organisations/dwp', { description: 'No money' });
    const { id } = (await raise('organisations/hmrc', { description: 'Old, but gone' })).json();
    await headway.ask('PATCH', `/api/barriers/${id}`, {
      token: oversight,
      body: { resolvedOn: '2026-02-28' },
      headers: { 'if-match': '"1"' },
    });
  }, 60_000);
  afterAll(() => headway.close());

  const download = async (token: string, query = '') => {
    const answer = await headway.ask('GET', `/api/barriers.csv${query}`, { token });
    const uuid = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
    const instant = /\d{4}-\d\d-\d\dT[\d:.]+Z/g;
    return { ...answer, text: answer.body.replace(uuid, 'id').replace(instant, 'then') };
  };

  it('has every barrier that the reader may see, those of whole organisations first, formulas made harmless', async () => {
    const { text, headers } = await download(await person(headway.source, 'digital_lead', 'dwp'));
    expect(headers['content-disposition']).toMatch(
      /^attachment; filename="headway-barriers-\d{4}-\d\d-\d\d\.csv"$/,
    );
    expect(text).toBe(
      `${[
        header,
        ',,Department DWP,funding,No money,,,2026-01-31,,id,then',
        "DWP-1,Service DWP-1,Department DWP,funding,'=1+1,'@sum,'+44,2026-01-31,,id,then",
        'HSE-1,Service HSE-1,Department HSE,skills,"Two\nlines",,,2026-01-31,,id,then',
      ].join('\n')}\n`,
    );
  });

  const kept: readonly [query: string, barriers: readonly string[]][] = [
    ['', ['No money', "'=1+1", 'Old, but gone', 'Two']],
    ['?organisation=dwp', ['No money', "'=1+1", 'Two']],
    ['?organisation=hse&organisation=hmrc', ['Old, but gone', 'Two']],
    ['?category=skills', ['Two']],
    ['?open=true', ['No money', "'=1+1", 'Two']],
    ['?open=false', ['Old, but gone']],
    ['?open=true&category=funding&organisation=hse', []],
    [`?organisation=${encodeURIComponent(`' OR true --`)}`, []],
  ];
  for (const [query, barriers] of kept)
    it(`keeps to ${query || 'everything'}`, async () => {
      const { text } = await download(await person(headway.source, 'viewer'), query);
      const all = ['No money', "'=1+1", 'Old, but gone', 'Two'];
      expect(all.filter((one) => text.includes(one))).toEqual([...barriers]);
    });

  it('refuses what it does not know', async () => {
    const viewer = await person(headway.source, 'viewer');
    for (const query of ['?category=weather', '?open=maybe', '?page=2'])
      expect((await download(viewer, query)).statusCode)
        .withContext(query)
        .toBe(400);
  });
});
