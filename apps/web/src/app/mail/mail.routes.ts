import type { Routes } from '@angular/router';
import { MailPage } from './mail-page';
import { OutboxPage } from './outbox-page';

export const mailRoutes: Routes = [
  { path: '', component: OutboxPage },
  { path: ':id', component: MailPage },
];
