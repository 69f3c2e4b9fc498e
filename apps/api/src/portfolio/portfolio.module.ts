import { Module } from '@nestjs/common';
import { MovementsService } from './movements.service.js';
import { PortfolioController } from './portfolio.controller.js';
import { PortfolioDownloadController } from './portfolio.download.controller.js';
import { PortfolioDownload } from './portfolio.download.js';
import { PortfolioService } from './portfolio.service.js';
import { SignalsController } from './signals.controller.js';
import { SignalsFeed } from './signals.feed.js';
import { SignalsService } from './signals.service.js';
import { ThresholdsService } from './thresholds.service.js';

@Module({
  controllers: [PortfolioController, PortfolioDownloadController, SignalsController],
  providers: [
    PortfolioDownload,
    PortfolioService,
    MovementsService,
    SignalsService,
    SignalsFeed,
    ThresholdsService,
  ],
  exports: [PortfolioService],
})
export class PortfolioModule {}
