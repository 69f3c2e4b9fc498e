import type { Routes } from '@angular/router';
import { notFoundPage, openPages } from './platform/pages/pages.routes';
import { rightAddress } from './platform/right-address';
import { mayDo, signedIn } from './platform/session/guards';

/** All pages but the portfolio; every slice is a chunk of its own, loaded when somebody first goes there. */
export const otherRoutes: Routes = [
  ...openPages,
  {
    path: 'pulse/survey/:link',
    loadChildren: () => import('./pulse/survey/survey.routes').then((m) => m.surveyRoutes),
  },
  {
    path: '',
    canActivate: [signedIn, rightAddress],
    runGuardsAndResolvers: 'always',
    children: [
      {
        path: 'departments/:slug/barriers',
        loadChildren: () => import('./barriers/barriers.routes').then((m) => m.raiseBarrierRoutes),
      },
      {
        path: 'barriers/:id',
        loadChildren: () => import('./barriers/barriers.routes').then((m) => m.barrierRoutes),
      },
      {
        path: 'departments',
        loadChildren: () => import('./organisations/organisations.routes').then((m) => m.organisationsRoutes),
      },
      {
        path: 'services/:reference/record',
        loadChildren: () => import('./records/records.routes').then((m) => m.recordRoutes),
      },
      {
        path: 'services/:reference/confirm',
        loadChildren: () => import('./records/records.routes').then((m) => m.confirmRoutes),
      },
      {
        path: 'services/:reference/records',
        loadChildren: () => import('./records/records.routes').then((m) => m.correctRoutes),
      },
      {
        path: 'services/:reference/targets',
        loadChildren: () => import('./targets/targets.routes').then((m) => m.targetsRoutes),
      },
      {
        path: 'services/:reference/barriers',
        loadChildren: () => import('./barriers/barriers.routes').then((m) => m.raiseBarrierRoutes),
      },
      {
        path: 'services',
        loadChildren: () => import('./services/services.routes').then((m) => m.servicesRoutes),
      },
      {
        path: 'quarters/:id/review',
        loadChildren: () => import('./review/review.routes').then((m) => m.reviewRoutes),
      },
      {
        path: 'pulse',
        canActivate: [mayDo('readPulse')],
        loadChildren: () => import('./pulse/pulse.routes').then((m) => m.pulseRoutes),
      },
      {
        path: 'return',
        canActivate: [mayDo('prepareReturn', 'signOffReturn')],
        loadChildren: () => import('./returns/returns.routes').then((m) => m.returnsRoutes),
      },
      {
        path: 'quarters/:id/returns/:slug',
        loadChildren: () => import('./returns/return/return.routes').then((m) => m.returnRoutes),
      },
      {
        path: 'quarters',
        loadChildren: () => import('./quarters/quarters.routes').then((m) => m.quartersRoutes),
      },
      {
        path: 'import',
        canActivate: [mayDo('importServices')],
        loadChildren: () => import('./imports/imports.routes').then((m) => m.importsRoutes),
      },
      {
        path: 'audit',
        canActivate: [mayDo('readAudit')],
        loadChildren: () => import('./audit/audit.routes').then((m) => m.auditRoutes),
      },
      {
        path: 'mail',
        canActivate: [mayDo('readMail')],
        loadChildren: () => import('./mail/mail.routes').then((m) => m.mailRoutes),
      },
      { path: 'account', loadChildren: () => import('./people/people.routes').then((m) => m.peopleRoutes) },
    ],
  },
  notFoundPage,
];
