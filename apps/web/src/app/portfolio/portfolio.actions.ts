import type { Portfolio } from '@headway/contract';
import type { Problem } from '@headway/domain';
import { createActionGroup, emptyProps, props } from '@ngrx/store';
import type { PortfolioView } from './portfolio.view';

export const PortfolioPage = createActionGroup({
  source: 'Portfolio Page',
  events: {
    opened: props<{ view: PortfolioView }>(),
    retried: emptyProps(),
    closed: emptyProps(),
  },
});

export const PortfolioApi = createActionGroup({
  source: 'Portfolio API',
  events: {
    changed: emptyProps(),
    loaded: props<{ view: PortfolioView; portfolio: Portfolio }>(),
    failed: props<{ problem: Problem }>(),
  },
});
