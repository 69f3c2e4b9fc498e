import { createServer } from 'node:net';

/** Rejects, in words for a person, where something listens on a port already. Plain JavaScript, as it runs before set-up. */
export function mustBeFree(port, host = 'localhost') {
  return new Promise((free, failed) => {
    const probe = createServer()
      .once('error', ({ code, message }) =>
        failed(
          new Error(
            code === 'EADDRINUSE'
              ? `Port ${port} is in use. Stop what uses it, or set PORT to another.`
              : `Port ${port} cannot be used: ${message}.`,
          ),
        ),
      )
      .listen(port, host, () => probe.close(() => free()));
  });
}
