import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { NewPulseAnswers, PulseSurveyOfLink, key } from '@headway/contract';
import type { PulseAnswers } from '@headway/domain';
import { Policy } from '../platform/policy.js';
import { FromSender, type Sender } from './sender.js';
import { PulseSurveyService } from './survey.service.js';

/** Public: no session is read, nothing is set. */
@ApiTags('pulse')
@Controller('api/pulse/survey')
export class PulseSurveyController {
  constructor(private readonly surveys: PulseSurveyService) {}

  @Get(':link')
  @Policy('answerPulse')
  @ApiOkResponse({ standardSchema: PulseSurveyOfLink })
  survey(@Param('link', { schema: key }) link: string): Promise<PulseSurveyOfLink> {
    return this.surveys.survey(link);
  }

  @Post(':link')
  @HttpCode(204)
  @Policy('answerPulse')
  @ApiNoContentResponse({ description: 'Taken, now or by an earlier try' })
  answer(
    @Param('link', { schema: key }) link: string,
    @Body({ schema: NewPulseAnswers }) answers: PulseAnswers,
    @FromSender() sender: Sender,
  ): Promise<void> {
    return this.surveys.answer(link, sender, answers);
  }
}
