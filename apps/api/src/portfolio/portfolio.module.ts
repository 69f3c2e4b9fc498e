import { Module } from '@nestjs/common';
import { MovementsService } from './movements.service.js';
import { PortfolioController } from './portfolio.controller.js';
import { PortfolioService } from './portfolio.service.js';

@Module({ controllers: [PortfolioController], providers: [PortfolioService, MovementsService] })
export class PortfolioModule {}
