import { Injectable } from '@nestjs/common';
import { type PackFormat, packForms, packName, quarterOf } from '@headway/domain';
import type { FastifyReply } from 'fastify';
import { attachment } from '../platform/attachment.js';
import { ReviewFiles } from './files.service.js';

interface Asked {
  readonly quarter: string;
  readonly revision: number | undefined;
  readonly format: PackFormat;
  /** Tags of what the one who asks has, from If-None-Match. */
  readonly known: string | undefined;
}

/** One form of a review as a file, tagged with the SHA-256 of its bytes: the same for ever. */
@Injectable()
export class ReviewDownload {
  constructor(private readonly files: ReviewFiles) {}

  /** Answers 304 to whoever has just these bytes (RFC 9110, 13.1.2). @throws 404 where it was not closed so often. */
  async send({ quarter, revision: asked, format, known }: Asked, reply: FastifyReply): Promise<void> {
    const { revision, bytes, sha256 } = await this.files.file(quarter, asked, format);
    const tag = `"${sha256}"`;
    // The tag is of the bytes themselves, so they are sent as they are: this is how the compressor is told.
    reply.request.headers['x-no-compression'] = 'strong tag';
    // It may be kept, but whether somebody may still have it is asked anew.
    void reply.header('ETag', tag).header('Cache-Control', 'private, no-cache');
    if (tagsOf(known).some((one) => one === '*' || one === tag)) return void (await reply.status(304).send());
    const { type, ending } = packForms[format];
    const name = `${packName({ quarter: quarterOf(quarter)!, revision })}.${ending}`;
    await attachment(reply, type, name).send(bytes);
  }
}

function tagsOf(header = ''): string[] {
  return header.split(',').map((one) => one.trim().replace(/^W\//, ''));
}
