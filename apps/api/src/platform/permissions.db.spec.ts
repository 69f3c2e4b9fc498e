import { type Policy, type Role, can, londonDate, policies, roles } from '@headway/domain';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { RequestMethod } from '@nestjs/common';
import { type TestApp, organisation, person, service, testApp } from '../testing/app.js';
import {
  closedQuarter,
  closedWave,
  newBarrier,
  newMail,
  newReorganisation,
  openQuarter,
  quarter,
  queries,
} from './permissions.fixture.js';
import { policyOf } from './policy.js';

interface Route {
  readonly method: string;
  readonly path: string;
  readonly policy: Policy;
}

type Whose = 'own' | 'another' | 'missing';

const barrier = { category: 'skills', description: 'Nobody can do it', raisedOn: '2026-01-31' };

/** How a route answers whom it lets pass; what is asked for is a valid request wherever that is needed. */
const bodies: Readonly<Record<string, unknown>> = {
  'POST /api/services': { name: 'New', audience: 'external', organisation: 'own' },
  'PATCH /api/services/:id': { name: 'Changed' },
  'POST /api/services/:id/records': { stage: 'live', effectiveOn: '2026-01-31' },
  'POST /api/services/:id/records/:recordId/corrections': { withdrawn: true, reason: 'Never so' },
  'POST /api/records/batch': {
    records: [{ change: 'confirm', service: 'OWN-001', version: 999, effectiveOn: '2026-01-31' }],
  },
  'POST /api/records/check': {
    records: [{ change: 'confirm', service: 'OWN-001', version: 999, effectiveOn: '2026-01-31' }],
  },
  'POST /api/services/:id/close': { on: '2026-01-31', reason: 'retired' },
  'POST /api/services/:id/reopen': { on: '2026-01-31', note: 'Needed again' },
  'POST /api/services/:id/reopening': { on: '2026-01-31', note: 'Needed again' },
  'POST /api/services/:id/transfer': { on: '2026-01-31', organisation: 'other' },
  'POST /api/organisations': { name: 'New', kind: 'agency' },
  'PATCH /api/organisations/:slug': { name: 'Changed' },
  'PUT /api/services/:id/targets/:stage': { dueOn: '2027-03-31' },
  'PUT /api/portfolio/signals/thresholds/:signal': { value: 180, reason: 'A year is too long' },
  'POST /api/services/:id/barriers': { ...barrier },
  'POST /api/organisations/:slug/barriers': { ...barrier },
  'PATCH /api/barriers/:id': { description: 'Changed' },
  'POST /api/imports/mappings': { columns: { Dept: 'organisation' } },
  'POST /api/organisations/reorganisations': {
    kind: 'rename',
    on: '2026-01-31',
    organisation: 'own',
    name: 'Changed',
  },
  'POST /api/quarters/:quarter/open': { dueOn: londonDate(new Date()) },
  'PATCH /api/quarters/:quarter': { dueOn: londonDate(new Date()) },
  'POST /api/quarters/:quarter/close': { withUnfinished: true },
  'POST /api/quarters/:quarter/reopen': { reason: 'A mistake' },
  'POST /api/quarters/:quarter/returns': { organisation: 'late' },
  'PUT /api/quarters/:quarter/returns/:slug': {},
  'POST /api/quarters/:quarter/returns/:slug/submit': { declaration: true },
  'POST /api/quarters/:quarter/returns/:slug/request-changes': { comments: [{ text: 'Look again' }] },
  'POST /api/quarters/:quarter/returns/:slug/excuse': { reason: 'Being merged' },
  'POST /api/quarters/:quarter/returns/:slug/messages': { text: 'Why?' },
  'POST /api/services/:id/messages': { quarter, organisation: 'own', text: 'Because' },
  'POST /api/quarters/:quarter/take-back': { reason: 'A mistake' },
  'POST /api/pulse/waves': { opensOn: '2098-01-01', closesOn: '2098-01-31' },
  'POST /api/tokens': { name: 'New' },
  'POST /api/organisations/reorganisations/:id/withdrawal': { reason: 'A mistake' },
  'POST /api/imports': 'Reference,Service name,Organisation,Audience\n',
};

describe('permissions, walked over the router itself', () => {
  let headway: TestApp;
  let routes: Route[];
  const tokens = new Map<string, string>();
  const mail = { own: '', another: '', missing: crypto.randomUUID() };
  const barriers = { own: '', another: '', missing: crypto.randomUUID() };
  const [waves, reorganisations] = [{ ...barriers }, { ...barriers }];

  beforeAll(async () => {
    headway = await testApp();
    const { source } = headway;
    for (const slug of ['OWN', 'OTHER']) await organisation(source, slug);
    await service(source, 'OWN-001', 'own');
    await service(source, 'OTHER-001', 'other');
    for (const role of roles) {
      const tied = role === 'digital_lead' || role === 'approver';
      tokens.set(role, await person(source, role, tied ? 'own' : undefined));
    }
    await openQuarter(headway);
    mail.own = mail.another = await newMail(headway);
    waves.own = waves.another = await closedWave(headway);
    reorganisations.own = reorganisations.another = await newReorganisation(headway);
    barriers.own = await newBarrier(headway, 'OWN-001');
    barriers.another = await newBarrier(headway, 'OTHER-001');
    tokens.set('lead of another', await person(source, 'digital_lead', 'other'));
    tokens.set('no role', await person(source, null));
    routes = routesOf(headway);
  }, 60_000);

  afterAll(() => headway.close());

  const ask = (route: Route, whose: Whose, token?: string) => {
    const name = `${route.method} ${route.path}`;
    const services = { own: 'OWN-001', another: 'OTHER-001', missing: 'nothing' };
    const organisations = { own: 'own', another: 'other', missing: 'nothing' };
    const thresholds = { own: 'stalled', another: 'stalled', missing: 'nothing' };
    const keys = { services, barriers, mail, portfolio: thresholds, organisations, pulse: waves };
    const ofSlice = keys[route.path.split('/')[2] as keyof typeof keys] ?? organisations;
    const key = route.path.endsWith('/withdrawal') ? reorganisations : ofSlice;
    const body = bodies[name];
    const ofReturn = route.path.includes('/:slug');
    const ofReview = route.path.includes('/review');
    return headway.ask(
      route.method,
      route.path
        .replace(
          ':quarter',
          whose === 'missing' && !ofReturn ? 'nothing' : ofReview ? closedQuarter : quarter,
        )
        .replace(/:\w+/, key[whose])
        .replace(':stage', 'live') + (queries[name] ?? ''),
      {
        ...(token ? { token } : {}),
        ...(body === undefined ? {} : { body }),
        // A version that nothing has: what is allowed to change ends here, and changes nothing.
        headers: { 'if-match': '"999"', ...(typeof body === 'string' ? { 'content-type': 'text/csv' } : {}) },
      },
    );
  };

  const restricted = () =>
    routes.filter(({ policy }) => policies[policy] !== 'public' && policy !== 'listenToEvents');

  it('finds every route of the router, each with a policy', () => {
    const known = routes.map(({ method, path }) => `${method} ${path}`);
    expect(known).toContain('POST /api/services/:id/records');
    expect(known.length).toBeGreaterThan(20);
    const fastify = headway.app.getHttpAdapter().getInstance();
    for (const { method, path } of routes)
      expect(fastify.hasRoute({ method: method as 'GET', url: path }))
        .withContext(`${method} ${path}`)
        .toBeTrue();
  });

  it('answers nobody with 401 on every route that is not public', async () => {
    for (const route of restricted())
      for (const whose of ['own', 'another', 'missing'] as const)
        expect((await ask(route, whose)).statusCode)
          .withContext(`${route.method} ${route.path}`)
          .toBe(401);
  });

  it('answers every role with 403 where the table does not let it, whatever is named', async () => {
    for (const route of restricted()) {
      for (const role of roles) {
        if (can({ grants: [{ role, organisations: 'all' }] }, route.policy)) continue;
        for (const whose of ['own', 'another', 'missing'] as const) {
          const answer = await ask(route, whose, tokens.get(role));
          expect(answer.statusCode).withContext(`${role} ${route.method} ${route.path} ${whose}`).toBe(403);
        }
      }
    }
  });

  it('lets every role that the table names pass for its own', async () => {
    for (const route of restricted().filter(({ method }) => method !== 'DELETE')) {
      for (const role of roles) {
        if (!can({ grants: [{ role, organisations: 'all' }] }, route.policy)) continue;
        const { statusCode } = await ask(route, 'own', tokens.get(role));
        const context = `${role} ${route.method} ${route.path}: ${statusCode}`;
        expect([200, 201, 204, 412]).withContext(context).toContain(statusCode);
      }
    }
  });

  it("answers another department's thing as it answers a missing one, to the letter", async () => {
    const bound: readonly (Role | 'lead of another')[] = ['digital_lead', 'approver', 'lead of another'];
    for (const route of restricted().filter(({ path }) => path.includes(':') && !isForAll(path)))
      for (const who of bound) {
        const other: Whose = who === 'lead of another' ? 'own' : 'another';
        const [theirs, missing] = [
          await ask(route, other, tokens.get(who)),
          await ask(route, 'missing', tokens.get(who)),
        ];
        const context = `${who} ${route.method} ${route.path}`;
        expect(theirs.statusCode).withContext(context).toBe(missing.statusCode);
        expect([403, 404]).withContext(context).toContain(theirs.statusCode);
        expect(withoutInstance(theirs.json())).withContext(context).toEqual(withoutInstance(missing.json()));
      }
  });

  it('gives a person without a role their session and nothing else', async () => {
    for (const route of restricted()) {
      const { statusCode } = await ask(route, 'own', tokens.get('no role'));
      const own = route.policy === 'readSession' || route.policy === 'manageOwnTokens';
      if (own) expect(statusCode).withContext(route.path).not.toBe(403);
      else expect(statusCode).withContext(`${route.method} ${route.path}`).toBe(403);
    }
  });

  it('has changed nothing of another department by all that asking', async () => {
    const [{ changed }] = await headway.source.query(
      `SELECT count(*) AS changed FROM service WHERE version > 1 OR name = 'Changed'`,
    );
    expect(changed).toBe(0);
  });
});

function withoutInstance({ instance: _, ...problem }: Record<string, unknown>): object {
  return problem;
}

/**
 * Quarters are everybody's; their returns are not. What staff said is, as it tells of nobody. An attempt goes by the
 * caller's own key, and tells nobody of another's.
 */
function isForAll(path: string): boolean {
  if (path.startsWith('/api/attempts/')) return true;
  return (path.startsWith('/api/quarters/') && !path.includes('/:slug')) || path.startsWith('/api/pulse/');
}

/** Routes with their policies, from the controllers that the router was made of. */
function routesOf({ app }: TestApp): Route[] {
  const [discovery, scanner, reflector] = [
    app.get(DiscoveryService),
    app.get(MetadataScanner),
    app.get(Reflector),
  ];
  return discovery.getControllers().flatMap(({ instance }) => {
    const prototype = Object.getPrototypeOf(instance) as Record<string, () => unknown>;
    const base = Reflect.getMetadata(PATH_METADATA, prototype['constructor']!) as string;
    return scanner
      .getAllMethodNames(prototype)
      .filter((name) => Reflect.hasMetadata(METHOD_METADATA, prototype[name]!))
      .map((name) => {
        const handler = prototype[name]!;
        const path = `/${base}/${Reflect.getMetadata(PATH_METADATA, handler) as string}`.replace(/\/+/g, '/');
        return {
          method: RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as number]!,
          path: path === '/' ? path : path.replace(/\/$/, ''),
          policy: policyOf(reflector, handler)!,
        };
      });
  });
}
