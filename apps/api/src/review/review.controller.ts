import { Controller, Get, Headers, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Review, ReviewQuery, quarterId } from '@headway/contract';
import type { FastifyReply } from 'fastify';
import { Policy } from '../platform/policy.js';
import { ReviewDownload } from './review.download.js';
import { ReviewService } from './review.service.js';

const quarterParam = { schema: quarterId };

/** A closed quarter's review, for everybody: all of government, whoever asks. */
@ApiTags('review')
@Controller('api/quarters/:quarter')
export class ReviewController {
  constructor(
    private readonly reviews: ReviewService,
    private readonly downloads: ReviewDownload,
  ) {}

  @Get('review')
  @Policy('readReview')
  @ApiOkResponse({ standardSchema: Review })
  review(
    @Param('quarter', quarterParam) quarter: string,
    @Query({ schema: ReviewQuery }) { revision }: ReviewQuery,
  ): Promise<Review> {
    return this.reviews.review(quarter, revision);
  }

  @Get('review.ods')
  @Policy('readReview')
  async ods(
    @Param('quarter', quarterParam) quarter: string,
    @Query({ schema: ReviewQuery }) { revision }: ReviewQuery,
    @Headers('if-none-match') known: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.downloads.send({ quarter, revision, format: 'ods', known }, reply);
  }

  @Get('review.xlsx')
  @Policy('readReview')
  async xlsx(
    @Param('quarter', quarterParam) quarter: string,
    @Query({ schema: ReviewQuery }) { revision }: ReviewQuery,
    @Headers('if-none-match') known: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.downloads.send({ quarter, revision, format: 'xlsx', known }, reply);
  }

  @Get('review.pdf')
  @Policy('readReview')
  async pdf(
    @Param('quarter', quarterParam) quarter: string,
    @Query({ schema: ReviewQuery }) { revision }: ReviewQuery,
    @Headers('if-none-match') known: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.downloads.send({ quarter, revision, format: 'pdf', known }, reply);
  }

  @Get('review.csv')
  @Policy('readReview')
  async csv(
    @Param('quarter', quarterParam) quarter: string,
    @Query({ schema: ReviewQuery }) { revision }: ReviewQuery,
    @Headers('if-none-match') known: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.downloads.send({ quarter, revision, format: 'csv', known }, reply);
  }

  @Get('review.json')
  @Policy('readReview')
  async json(
    @Param('quarter', quarterParam) quarter: string,
    @Query({ schema: ReviewQuery }) { revision }: ReviewQuery,
    @Headers('if-none-match') known: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.downloads.send({ quarter, revision, format: 'json', known }, reply);
  }
}
