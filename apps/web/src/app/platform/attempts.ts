import { type HttpRequest } from '@angular/common/http';
import { DOCUMENT, Injectable, inject } from '@angular/core';
import { newKey } from './headers';

const place = (of: string) => `headway.sent.${of}`;

/**
 * The key by which a change goes, from the first attempt until it is known what came of it: whoever presses the
 * button again after a reply was lost, or reloads and does the same, sends the same request and gets its answer.
 */
@Injectable({ providedIn: 'root' })
export class Attempts {
  private readonly storage = inject(DOCUMENT).defaultView?.sessionStorage;
  private readonly keys = new Map<string, string>();

  keyFor(request: HttpRequest<unknown>): string {
    const of = nameOf(request);
    const given = request.headers.get('Idempotency-Key');
    // A page's one key went with other words before, and may have been used up by them.
    const own = given && ![...this.keys.values()].includes(given) ? given : newKey();
    const key = this.keys.get(of) ?? this.read(of) ?? own;
    this.keys.set(of, key);
    return key;
  }

  /** Nobody knows whether it was done: the key outlives the page. */
  uncertain(request: HttpRequest<unknown>): void {
    const of = nameOf(request);
    try {
      this.storage?.setItem(place(of), this.keys.get(of)!);
    } catch {
      // Storage full or forbidden: the key lives as long as the page.
    }
  }

  settled(request: HttpRequest<unknown>): void {
    const of = nameOf(request);
    this.keys.delete(of);
    this.storage?.removeItem(place(of));
  }

  /** The keys by which other words went to the same address, where nobody knows what came of them. */
  others(request: HttpRequest<unknown>): { readonly name: string; readonly key: string }[] {
    const own = place(nameOf(request));
    return Object.keys(this.storage ?? {})
      .filter((name) => name !== own && name.startsWith(place(`${addressOf(request)}.`)))
      .map((name) => ({ name, key: this.storage!.getItem(name)! }));
  }

  /** It is known what came of it, and the page was told. */
  known(name: string): void {
    this.storage?.removeItem(name);
  }

  private read(of: string): string | null {
    return this.storage?.getItem(place(of)) ?? null;
  }
}

/**
 * A digest, as what is sent is not to be read from it; of a file by its name, size and time. The version it starts
 * from is left out: after a lost reply the page may have learned of a newer one, which is its own.
 */
function nameOf(request: HttpRequest<unknown>): string {
  const { body } = request;
  const what =
    body instanceof File
      ? [body.name, body.size, body.lastModified]
      : body instanceof Blob
        ? [body.size, body.type]
        : body;
  return `${addressOf(request)}.${digest(JSON.stringify(what ?? null))}`;
}

function addressOf({ method, urlWithParams }: HttpRequest<unknown>): string {
  return digest(`${method} ${urlWithParams}`);
}

/** 64 bits by FNV-1a over two seeds: enough to tell the few requests of one tab apart. */
function digest(text: string): string {
  return [0x811c9dc5, 0x9747b28c]
    .map((seed) => {
      let hash = seed;
      for (let n = 0; n < text.length; n++) hash = Math.imul(hash ^ text.charCodeAt(n), 0x01000193);
      return (hash >>> 0).toString(36);
    })
    .join('-');
}
