import { HeadwayProblem } from '@headway/domain';
import type { FastifyInstance } from 'fastify';

interface Known {
  readonly pattern: RegExp;
  readonly methods: Set<string>;
}

/** Where every address that nothing else has is a page, which is read. */
const anyPage = '/*';
const notAPage = /^\/(api|assets)(\/|$)/;

/**
 * An address that is known, asked for by a method that it does not have, is answered with those that it has
 * (RFC 9110, 15.5.6); so is OPTIONS. Comes after what answers for itself, such as the demonstration provider.
 */
export function tellMethods(fastify: FastifyInstance): void {
  const routes = new Map<string, Known>();
  fastify.addHook('onRoute', ({ url, method }) => {
    if (url === anyPage || url === '*') return;
    const known = routes.get(url) ?? { pattern: patternOf(url), methods: new Set() };
    for (const one of [method].flat()) known.methods.add(one.toUpperCase());
    routes.set(url, known);
  });
  const methodsAt = (path: string): string[] => {
    const known = [...routes.values()].filter(({ pattern }) => pattern.test(path));
    const methods = known.flatMap((one) => [...one.methods]);
    const read = methods.length > 0 || notAPage.test(path) ? [] : ['GET', 'HEAD'];
    return [...new Set([...methods, ...read])].toSorted();
  };
  fastify.addHook('preParsing', (request, reply, payload, done) => {
    const { url: route } = request.routeOptions;
    if (route !== undefined && route !== anyPage) return done(null, payload);
    const [path = ''] = request.url.split('?', 1);
    const methods = methodsAt(path);
    if (methods.length === 0 || methods.includes(request.method)) return done(null, payload);
    const allowed = [...methods, 'OPTIONS'].join(', ');
    if (request.method === 'OPTIONS') return void reply.status(204).header('Allow', allowed).send();
    done(new HeadwayProblem('method_not_allowed', undefined, undefined, { Allow: allowed }));
  });
}

/** `/api/services/:id` is any address with something in the place of `:id`. */
function patternOf(url: string): RegExp {
  const parts = url.split(/(:\w+|\*)/);
  const source = parts.map((part) =>
    part === '*' ? '.*' : part.startsWith(':') ? '[^/]+' : part.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&'),
  );
  return new RegExp(`^${source.join('')}$`);
}
