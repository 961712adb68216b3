import { defineModule } from '../../ui/define-module.ts';
import { ingestEn } from './ingest.en.ts';
import { ingestZh } from './ingest.zh.ts';

/** Sending in workbooks and what became of every row; names to match, disagreements, voided records. */
export const ingestModule = defineModule({
  id: 'ingest',
  menu: { route: 'data' },
  needs: 'source.read',
  routes: [
    {
      path: '/data',
      name: 'data',
      component: () => import('./DataPage.vue'),
      meta: { title: 'ingest.title' },
    },
    {
      path: '/imports',
      name: 'imports',
      component: () => import('./ImportsPage.vue'),
      meta: { needs: 'import.read', title: 'ingest.tab.imports' },
    },
    {
      path: '/imports/:id',
      name: 'import',
      component: () => import('./ImportPage.vue'),
      meta: { needs: 'import.read', title: 'ingest.report' },
    },
    {
      path: '/matches',
      name: 'matches',
      component: () => import('./MatchesPage.vue'),
      meta: { needs: 'match.write', title: 'ingest.tab.matches' },
    },
    {
      path: '/quality',
      name: 'quality',
      component: () => import('./QualityPage.vue'),
      meta: { needs: 'quality.read', title: 'ingest.tab.quality' },
    },
    {
      path: '/voided',
      name: 'voided',
      component: () => import('./VoidedPage.vue'),
      meta: { needs: 'import.read', title: 'ingest.tab.voided' },
    },
  ],
  texts: { zh: ingestZh, en: ingestEn },
});
