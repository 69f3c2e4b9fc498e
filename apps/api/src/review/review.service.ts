import { Injectable } from '@nestjs/common';
import type { Review } from '@headway/contract';
import { packFormats, packForms, packName } from '@headway/domain';
import { DataSource } from 'typeorm';
import { ReviewFiles } from './files.service.js';
import type { ReviewPage } from './forms/page-form.js';
import { revisionsOf } from './revisions.js';
import { type Frozen, Snapshots } from './snapshots.service.js';

/** So many pages are kept at hand. */
const mostPages = 12;

/** What the page of a review shows: the pack of its files. */
@Injectable()
export class ReviewService {
  /** By the hash of the snapshot, as that never changes. */
  private readonly pages = new Map<string, Promise<ReviewPage>>();

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

  private page(frozen: Frozen): Promise<ReviewPage> {
    const { sha256 } = frozen;
    const known = this.pages.get(sha256);
    if (known) return known;
    const page = this.files
      .formOf(frozen, 'page')
      .then((bytes) => JSON.parse(bytes.toString()) as ReviewPage);
    page.catch(() => this.pages.delete(sha256));
    const [oldest] = this.pages.keys();
    if (this.pages.size >= mostPages) this.pages.delete(oldest!);
    this.pages.set(sha256, page);
    return page;
  }
}
