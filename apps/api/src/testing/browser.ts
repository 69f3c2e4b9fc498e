/** As much of a browser as signing in needs: it follows nothing by itself, and keeps cookies by their path. */
export interface Browser {
  /** By name; those that are only for a path by name and path. */
  readonly cookies: Map<string, string>;
  /** Every Set-Cookie that came. */
  readonly set: string[];
  go(path: string, options?: RequestInit): Promise<Response>;
  /** From redirect to redirect, until one leads where it should; never off the site. */
  follow(path: string, until: (path: string) => boolean): Promise<URL>;
  json(path: string, options?: RequestInit): Promise<Record<string, any>>; // eslint-disable-line @typescript-eslint/no-explicit-any
}

/** `site` is what the browser calls the server, where a proxy stands before it. */
export function newBrowser(base: string, site = base): Browser {
  const cookies = new Map<string, string>();
  const set: string[] = [];
  const keep = (line: string) => {
    set.push(line);
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
    const path = /;\s*path=([^;]*)/i.exec(line)?.[1] ?? '/';
    const key = path === '/' ? name! : `${name} ${path}`;
    if (value && !/Expires=Thu, 01 Jan 1970|Max-Age=0/i.test(line)) cookies.set(key, value);
    else cookies.delete(key);
  };
  const sentTo = (pathname: string) =>
    [...cookies].flatMap(([key, value]) => {
      const [name, path = '/'] = key.split(' ');
      return pathname.startsWith(path) ? [`${name}=${value}`] : [];
    });
  const go = async (path: string, options: RequestInit = {}) => {
    const { pathname, search } = new URL(path, site);
    const answer = await fetch(`${base}${pathname}${search}`, {
      redirect: 'manual',
      ...options,
      headers: { cookie: sentTo(pathname).join('; '), ...options.headers },
    });
    answer.headers.getSetCookie().forEach(keep);
    return answer;
  };
  const follow = async (path: string, until: (path: string) => boolean) => {
    for (let at = path, n = 0; n < 10; n++) {
      const url = new URL(at, site);
      if (url.origin !== new URL(site).origin) throw new Error(`led away to ${url.href}`);
      if (until(url.pathname)) return url;
      at = (await go(at)).headers.get('location') ?? at;
    }
    throw new Error(`did not get there from ${path}`);
  };
  const json: Browser['json'] = async (path, options) =>
    (await go(path, options)).json() as ReturnType<Browser['json']>;
  return { cookies, set, go, follow, json };
}
