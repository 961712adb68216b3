import { defineModule } from '../../ui/define-module.ts';
import { inspectionEn } from './inspection.en.ts';
import { inspectionZh } from './inspection.zh.ts';

/** Labour inspection. */
export const inspectionModule = defineModule({
  id: 'inspection',
  menu: { route: 'inspection' },
  needs: 'inspection.read',
  routes: [
    {
      path: '/inspection',
      name: 'inspection',
      component: () => import('./InspectionPage.vue'),
      meta: { title: 'inspection.title' },
    },
    {
      path: '/inspections',
      name: 'inspections',
      component: () => import('./InspectionListPage.vue'),
      meta: { title: 'inspection.register' },
    },
  ],
  texts: { zh: inspectionZh, en: inspectionEn },
});
