import { roles } from '@headway/domain';
import { type TestApp, testApp } from '../testing/app.js';
import { type Operation, examples, listed, variants } from '../testing/described.js';
import { oddInAddresses, oddInBodies } from '../testing/odd-values.js';
import { type Walk, addressOf, inParallel, walk } from './walk.fixture.js';

const csv = 'Reference,Service name,Organisation,Audience\n,A service,own,external\n';
type Step = readonly [
  operation: Operation,
  url: string,
  asked?: object | undefined,
  who?: Parameters<Walk['complaint']>[3],
];
/** It never ends by itself. */
const isStream = ({ path }: Operation) => path === '/api/events';

describe('every operation that is described', () => {
  let headway: TestApp;
  let way: Walk;

  beforeAll(async () => {
    headway = await testApp();
    way = await walk(headway);
  }, 60_000);
  afterAll(() => headway.close());

  const operations = (...methods: string[]) =>
    way.operations.filter((one) => methods.includes(one.method) && !isStream(one));
  const sent = (operation: Operation): { body?: unknown; headers: Record<string, string> } => {
    const headers = { 'if-match': '*' };
    if (operation.files.length > 0) return { body: csv, headers: { ...headers, 'content-type': 'text/csv' } };
    return operation.body
      ? { body: examples(operation.body, way.known(operation))[0], headers }
      : { headers };
  };
  /** What is wrong with the answers to all of these, which is nothing. */
  const walkAll = async (all: Iterable<Step>) => {
    const wrong: string[] = [];
    let count = 0;
    await inParallel(all, async ([operation, url, asked = sent(operation), who]) => {
      count++;
      const complaint = await way.complaint(operation, url, asked, who);
      if (complaint) wrong.push(complaint);
    });
    expect(count).toBeGreaterThan(0);
    expect(wrong.slice(0, 20)).withContext(`${wrong.length} of ${count}`).toEqual([]);
  };

  it('is answered as described for every role, and for nobody', async () => {
    await walkAll(
      way.operations
        .filter((one) => !isStream(one))
        .flatMap((one) =>
          ([...roles, 'nobody'] as const).map(
            (who) => [one, addressOf(one, way.known(one)), undefined, who] as const,
          ),
        ),
    );
  }, 60_000);

  it('takes every value that a parameter lists, alone and twice', async () => {
    await walkAll(
      way.operations.flatMap((one) =>
        one.parameters.flatMap(({ in: place, name, schema }) =>
          listed(schema).flatMap((value) => {
            if (place === 'path')
              return [[one, addressOf(one, way.known(one), { odd: { [name]: value } })] as const];
            return [`${name}=${value}`, `${name}=${value}&${name}=${value}`].map(
              (query) => [one, addressOf(one, way.known(one), { query })] as const,
            );
          }),
        ),
      ),
    );
  }, 60_000);

  it('refuses or takes whatever stands in its address, and never breaks', async () => {
    function* all() {
      for (const one of way.operations.filter((each) => !isStream(each)))
        for (const { in: place, name } of one.parameters)
          for (const odd of place === 'header' ? [] : oddInAddresses)
            yield [
              one,
              addressOf(
                one,
                way.known(one),
                place === 'path' ? { odd: { [name]: odd } } : { query: `${name}=${odd}` },
              ),
            ] as const;
    }
    await walkAll(all());
  }, 120_000);

  it('refuses or takes parameters that come often, nested, or that it does not know', async () => {
    await walkAll(
      operations('GET').flatMap((one) =>
        one.parameters
          .filter(({ in: place }) => place === 'query')
          .flatMap(({ name }) =>
            [`${name}=own&`.repeat(300), `${name}[]=own`, `${name}[a]=own`, `${name}`, `=${name}`, `&&&`].map(
              (query) => [one, addressOf(one, way.known(one), { query })] as const,
            ),
          ),
      ),
    );
  }, 60_000);

  it('refuses or takes whatever stands in its body, and never breaks', async () => {
    function* all() {
      for (const one of operations('POST', 'PUT', 'PATCH'))
        for (const whole of one.body ? examples(one.body, way.known(one)) : [])
          for (const body of variants(one.body!, whole, oddInBodies))
            yield [one, addressOf(one, way.known(one)), { body: JSON.stringify(body), headers }] as const;
    }
    const headers = { 'content-type': 'application/json', 'if-match': '*' };
    await walkAll(all());
  }, 120_000);

  it('refuses or takes whatever its headers say, and never breaks', async () => {
    const headers = [
      ...['', ' ', '"1"', '"0"', 'W/"1"', '"99999999999"', '1', '*, "1"', '"a\\"', 'x'.repeat(5_000)].map(
        (tag) => ({
          'if-match': tag,
        }),
      ),
      ...['', 'x'.repeat(300), 'é', 'a b'].map((key) => ({ 'if-match': '*', 'idempotency-key': key })),
      { 'if-match': '*', 'content-type': 'application/json; charset=utf-16' },
      { 'if-match': '*', 'content-type': 'nonsense' },
      { 'if-match': '*', 'content-encoding': 'br' },
      { 'if-match': '*', accept: 'image/png', 'accept-encoding': 'nonsense' },
      { 'if-match': '*', 'if-none-match': '"', range: 'bytes=5-1' },
    ];
    await walkAll(
      way.operations
        .filter((one) => !isStream(one))
        .flatMap((one) =>
          headers.map((more) => {
            const asked = sent(one);
            return [
              one,
              addressOf(one, way.known(one)),
              { ...asked, headers: { ...asked.headers, ...more } },
            ] as const;
          }),
        ),
    );
  }, 60_000);

  it('answers a retry by the same key as it answered first, and another request by it with 422', async () => {
    const wrong: string[] = [];
    await inParallel(operations('POST'), async (one) => {
      for (const who of roles) {
        const asked = sent(one);
        const url = addressOf(one, way.known(one));
        const ask = (body: unknown) =>
          headway.ask('POST', url, {
            token: way.tokens.get(who)!,
            ...(body === undefined ? {} : { body }),
            headers: { ...asked.headers, 'idempotency-key': `${one.path}` },
          });
        const first = await ask(asked.body);
        const again = await ask(asked.body);
        const secret = one.path === '/api/tokens';
        const same = secret || first.statusCode >= 400 || again.body === first.body;
        if (first.statusCode >= 500 || again.statusCode >= 500 || !same)
          wrong.push(
            `${who}: ${url}: ${first.statusCode} ${first.body}, then ${again.statusCode} ${again.body}`,
          );
      }
    });
    expect(wrong).toEqual([]);
  }, 60_000);

  it('is read by HEAD as by GET', async () => {
    const wrong: string[] = [];
    await inParallel(operations('GET'), async (one) => {
      const url = addressOf(one, way.known(one));
      const token = way.tokens.get('oversight')!;
      const [get, head] = [
        await headway.ask('GET', url, { token }),
        await headway.ask('HEAD', url, { token }),
      ];
      if (get.statusCode !== head.statusCode || head.body !== '')
        wrong.push(`${url}: ${get.statusCode}, by HEAD ${head.statusCode} ${head.body.slice(0, 200)}`);
    });
    expect(wrong).toEqual([]);
  }, 60_000);
});
