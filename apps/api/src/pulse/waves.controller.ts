import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  type List,
  NewPulseWave,
  PulseLinks,
  PulseWave,
  PulseWaveList,
  PulseWavesQuery,
  key,
} from '@headway/contract';
import { type Caller, FromCaller } from '../platform/caller.js';
import { Policy } from '../platform/policy.js';
import { PulseWavesService } from './waves.service.js';

@ApiTags('pulse')
@Controller('api/pulse/waves')
export class PulseWavesController {
  constructor(private readonly waves: PulseWavesService) {}

  @Get()
  @Policy('readPulse')
  @ApiOkResponse({ standardSchema: PulseWaveList })
  list(@Query({ schema: PulseWavesQuery }) query: PulseWavesQuery): Promise<List<PulseWave>> {
    return this.waves.list(query);
  }

  @Post()
  @Policy('runPulse')
  @ApiCreatedResponse({ standardSchema: PulseWave })
  make(@FromCaller() caller: Caller, @Body({ schema: NewPulseWave }) wave: NewPulseWave): Promise<PulseWave> {
    return this.waves.make(caller, wave);
  }

  @Get(':id')
  @Policy('readPulse')
  @ApiOkResponse({ standardSchema: PulseWave })
  one(@Param('id', { schema: key }) id: string): Promise<PulseWave> {
    return this.waves.one(id);
  }

  @Get(':id/links')
  @Policy('runPulse')
  @ApiOkResponse({ standardSchema: PulseLinks })
  links(@Param('id', { schema: key }) id: string): Promise<PulseLinks> {
    return this.waves.links(id);
  }
}
