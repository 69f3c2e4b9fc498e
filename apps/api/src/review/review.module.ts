import { Module } from '@nestjs/common';
import { PortfolioModule } from '../portfolio/portfolio.module.js';
import { Snapshots } from './snapshots.service.js';

@Module({ imports: [PortfolioModule], providers: [Snapshots], exports: [Snapshots] })
export class ReviewModule {}
