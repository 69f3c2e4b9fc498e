import { Module } from '@nestjs/common';
import { PortfolioModule } from '../portfolio/portfolio.module.js';
import { PulseHousekeeping } from './pulse.housekeeping.js';
import { PulseRecordedService } from './recorded.service.js';
import { PulseResultsController } from './results.controller.js';
import { PulseResultsService } from './results.service.js';
import { PulseSurveyController } from './survey.controller.js';
import { PulseSurveyService } from './survey.service.js';
import { PulseWavesController } from './waves.controller.js';
import { PulseWavesService } from './waves.service.js';

@Module({
  imports: [PortfolioModule],
  controllers: [PulseWavesController, PulseSurveyController, PulseResultsController],
  providers: [
    PulseHousekeeping,
    PulseRecordedService,
    PulseResultsService,
    PulseSurveyService,
    PulseWavesService,
  ],
  exports: [PulseResultsService],
})
export class PulseModule {}
