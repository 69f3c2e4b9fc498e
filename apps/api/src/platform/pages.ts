import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Injectable } from '@nestjs/common';

export const webFolder = fileURLToPath(new URL('../../../web/dist/browser/', import.meta.url));

/** The built web app's one page, and the style sheet that pages made here share with it. */
@Injectable()
export class Pages {
  private read: string | undefined;

  app(nonce: string): string {
    return this.index.replaceAll('__CSP_NONCE__', nonce);
  }

  private get index(): string {
    return (this.read ??= readFileSync(`${webFolder}index.html`, 'utf8'));
  }

  get styleSheet(): string {
    return /<link rel="stylesheet" href="([^"]+)"/.exec(this.index)?.[1] ?? '';
  }
}
