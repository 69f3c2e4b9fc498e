import { Module } from '@nestjs/common';
import { ReviewModule } from '../review/review.module.js';
import { DueDate } from './due-date.js';
import { QuartersController } from './quarters.controller.js';
import { QuartersService } from './quarters.service.js';
import { RemindersController } from './reminders.controller.js';
import { Reminders } from './reminders.service.js';

@Module({
  imports: [ReviewModule],
  controllers: [QuartersController, RemindersController],
  providers: [DueDate, QuartersService, Reminders],
})
export class QuartersModule {}
