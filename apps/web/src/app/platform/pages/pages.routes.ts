import type { Route, Routes } from '@angular/router';

/** Pages that need nobody signed in. */
export const openPages: Routes = [
  { path: 'sign-in', loadComponent: () => import('./sign-in-page').then((m) => m.SignInPage) },
  { path: 'signed-out', loadComponent: () => import('./signed-out-page').then((m) => m.SignedOutPage) },
  { path: 'no-role', loadComponent: () => import('./no-role-page').then((m) => m.NoRolePage) },
  { path: 'cookies', loadComponent: () => import('./cookies-page').then((m) => m.CookiesPage) },
  { path: 'privacy', loadComponent: () => import('./privacy-page').then((m) => m.PrivacyPage) },
  { path: 'feedback', loadComponent: () => import('./feedback-page').then((m) => m.FeedbackPage) },
  {
    path: 'accessibility-statement',
    loadComponent: () => import('./accessibility-page').then((m) => m.AccessibilityPage),
  },
  problemPage('no-permission', 'not_allowed'),
  problemPage('problem', 'unexpected'),
  problemPage('unavailable', 'unavailable'),
];

export const notFoundPage = problemPage('**', 'not_found');

function problemPage(path: string, code: string): Route {
  return { path, loadComponent: () => import('./problem-page').then((m) => m.ProblemPage), data: { code } };
}
