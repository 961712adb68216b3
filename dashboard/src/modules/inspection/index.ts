import { defineModule } from '../../ui/define-module.ts';
import { inspectionEn } from './inspection.en.ts';
import { inspectionZh } from './inspection.zh.ts';

/** Labour inspection. */
export const inspectionModule = defineModule({
  id: 'inspection',
  menu: { route: 'inspections' },
  needs: 'inspection.read',
  routes: [
    {
      path: '/inspections',
      name: 'inspections',
      component: () => import('./InspectionListPage.vue'),
      meta: { title: 'inspection.title' },
    },
  ],
  texts: { zh: inspectionZh, en: inspectionEn },
});
