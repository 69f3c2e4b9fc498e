import type { Routes } from '@angular/router';
import { ImportPage } from './import-page';

export const importsRoutes: Routes = [{ path: '', component: ImportPage }];
