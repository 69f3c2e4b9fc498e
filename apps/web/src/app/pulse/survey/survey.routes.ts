import type { Routes } from '@angular/router';
import { SurveyPage } from './survey-page';

export const surveyRoutes: Routes = [
  { path: '', pathMatch: 'full', redirectTo: 'start' },
  { path: ':step', component: SurveyPage },
];
