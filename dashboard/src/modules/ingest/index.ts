import { defineModule } from '../../ui/define-module.ts';
import { ingestEn } from './ingest.en.ts';
import { ingestZh } from './ingest.zh.ts';

/** Sending in workbooks, and what became of every row. */
export const ingestModule = defineModule({
  id: 'ingest',
  menu: { route: 'imports' },
  needs: 'import.read',
  routes: [
    {
      path: '/imports',
      name: 'imports',
      component: () => import('./ImportsPage.vue'),
      meta: { title: 'ingest.menu' },
    },
    {
      path: '/imports/:id',
      name: 'import',
      component: () => import('./ImportPage.vue'),
      meta: { title: 'ingest.report' },
    },
  ],
  texts: { zh: ingestZh, en: ingestEn },
});
