import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app/app';
import { appConfig } from './app/app.config';

document.body.classList.add('js-enabled', 'govuk-frontend-supported');

void bootstrapApplication(App, appConfig);
