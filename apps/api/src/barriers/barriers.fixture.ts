import type { LightMyRequestResponse } from 'fastify';
import { type TestApp, organisation, person, service, testApp } from '../testing/app.js';

export const plain = {
  category: 'legacy_technology',
  description: 'The mainframe takes no calls',
  nextAction: 'Buy a gateway',
  nextActionOwner: 'Head of platforms',
  raisedOn: '2026-04-23',
};

/** The application with a lead of DWP and one of HMRC, and what they do with barriers. */
export async function barriersApp() {
  const headway: TestApp = await testApp();
  for (const one of ['DWP', 'HMRC']) await organisation(headway.source, one);
  const lead = await person(headway.source, 'digital_lead', 'dwp');
  const other = await person(headway.source, 'digital_lead', 'hmrc');
  let next = 0;
  const raise = (path: string, change: object = {}, token = lead, headers = {}) =>
    headway.ask('POST', `${path}/barriers`, { token, body: { ...plain, ...change }, headers });
  return {
    headway,
    lead,
    other,
    /** A new service of DWP, as a path. */
    newService: async () => {
      const reference = `DWP-${++next}`;
      await service(headway.source, reference, 'dwp');
      return `/api/services/${reference}`;
    },
    raise,
    raised: async (path: string, change: object = {}) => (await raise(path, change)).json(),
    change: (id: string, version: number | '*', body: object, token = lead) =>
      headway.ask('PATCH', `/api/barriers/${id}`, {
        token,
        body,
        headers: { 'if-match': version === '*' ? '*' : `"${version}"` },
      }),
    read: async (path: string, token = lead) => (await headway.ask('GET', path, { token })).json(),
  };
}

/** Status of an answer, and where and by which code it says what is wrong first. */
export async function refusal(answer: Promise<LightMyRequestResponse>) {
  const { statusCode, json } = await answer;
  const [error] = (json() as { errors: { pointer: string; code: string }[] }).errors;
  return [statusCode, error!.pointer, error!.code];
}
