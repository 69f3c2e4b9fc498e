import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import type { Review } from '@headway/contract';
import { packFormats, packForms, packName } from '@headway/domain';
import { DataSource } from 'typeorm';
import { ReviewFiles } from './files.service.js';
import type { ReviewPage } from './forms/page-form.js';
import { revisionsOf } from './revisions.js';
import { type Frozen, Snapshots } from './snapshots.service.js';

/** So many pages are kept at hand, of some 60 kB each: those of every quarter of 25 years. */
const mostPages = 100;
const packed = promisify(gzip);
const unpacked = promisify(gunzip);

/** What the page of a review shows: the pack of its files. */
@Injectable()
export class ReviewService {
  /** Packed, by the hash of the snapshot, as that never changes. */
  private readonly pages = new Map<string, Promise<Buffer>>();

  constructor(
    private readonly database: DataSource,
    private readonly snapshots: Snapshots,
    private readonly files: ReviewFiles,
  ) {}

  /** @throws 404 where the quarter was not closed so often. */
  async review(quarter: string, asked: number | undefined): Promise<Review> {
    const frozen = await this.snapshots.frozen(quarter, asked);
    const { revision, sha256 } = frozen;
    const page = await this.page(frozen);
    const sizes = await this.files.sizes(quarter, revision);
    return {
      ...page,
      sha256,
      revisions: await revisionsOf(this.database.manager, quarter),
      files: packFormats.map((format) => ({
        format,
        name: `${packName(page)}.${packForms[format].ending}`,
        address: `/api/quarters/${quarter}/review.${format}?revision=${revision}`,
        ...(format === 'json'
          ? { bytes: frozen.bytes.length, sha256 }
          : (sizes.get(format) ?? { bytes: null, sha256: null })),
      })),
    };
  }

  private async page(frozen: Frozen): Promise<ReviewPage> {
    const { sha256 } = frozen;
    const page = this.pages.get(sha256) ?? this.kept(sha256, this.files.formOf(frozen, 'page').then(packed));
    return JSON.parse((await unpacked(await page)).toString()) as ReviewPage;
  }

  private kept(sha256: string, page: Promise<Buffer>): Promise<Buffer> {
    page.catch(() => this.pages.delete(sha256));
    const [oldest] = this.pages.keys();
    if (this.pages.size >= mostPages) this.pages.delete(oldest!);
    this.pages.set(sha256, page);
    return page;
  }
}
