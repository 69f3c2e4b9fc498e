import { Module } from '@nestjs/common';
import { ReviewModule } from '../review/review.module.js';
import { QuartersController } from './quarters.controller.js';
import { QuartersService } from './quarters.service.js';

@Module({ imports: [ReviewModule], controllers: [QuartersController], providers: [QuartersService] })
export class QuartersModule {}
