import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app/app';
import { appConfig } from './app/app.config';

document.body.classList.add('js-enabled', 'govuk-frontend-supported');

bootstrapApplication(App, appConfig).catch((error: unknown) => {
  document.body.classList.add('hw-not-started');
  reportError(error);
});
