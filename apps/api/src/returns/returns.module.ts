import { Module } from '@nestjs/common';
import { MessagesController } from './messages.controller.js';
import { MessagesService } from './messages.service.js';
import { ReturnsController } from './returns.controller.js';
import { ReturnsService } from './returns.service.js';

@Module({
  controllers: [MessagesController, ReturnsController],
  providers: [MessagesService, ReturnsService],
})
export class ReturnsModule {}
