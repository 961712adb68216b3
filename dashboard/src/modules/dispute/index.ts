import { defineModule } from '../../ui/define-module.ts';
import { disputeEn } from './dispute.en.ts';
import { disputeZh } from './dispute.zh.ts';

/** Disputes and how far they are. */
export const disputeModule = defineModule({
  id: 'dispute',
  menu: { route: 'dispute' },
  needs: 'dispute.read',
  routes: [
    {
      path: '/dispute',
      name: 'dispute',
      component: () => import('./DisputePage.vue'),
      meta: { title: 'dispute.title' },
    },
    {
      path: '/disputes',
      name: 'disputes',
      component: () => import('./DisputeListPage.vue'),
      meta: { title: 'dispute.register' },
    },
  ],
  texts: { zh: disputeZh, en: disputeEn },
});
