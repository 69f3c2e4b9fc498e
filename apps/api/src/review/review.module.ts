import { Module } from '@nestjs/common';
import { PortfolioModule } from '../portfolio/portfolio.module.js';
import { PulseModule } from '../pulse/pulse.module.js';
import { ReviewFiles } from './files.service.js';
import { Freezing } from './freezing.js';
import { ReviewController } from './review.controller.js';
import { ReviewDownload } from './review.download.js';
import { ReviewService } from './review.service.js';
import { Snapshots } from './snapshots.service.js';

@Module({
  imports: [PortfolioModule, PulseModule],
  controllers: [ReviewController],
  providers: [Snapshots, ReviewFiles, ReviewDownload, ReviewService, Freezing],
  exports: [Freezing],
})
export class ReviewModule {}
