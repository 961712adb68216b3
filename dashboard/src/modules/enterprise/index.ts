import { defineModule } from '../../ui/define-module.ts';
import { enterpriseEn } from './enterprise.en.ts';
import { enterpriseZh } from './enterprise.zh.ts';

/** The roster of employers and the file of each (一户一册). */
export const enterpriseModule = defineModule({
  id: 'enterprise',
  menu: { route: 'enterprises' },
  needs: 'enterprise.read',
  routes: [
    {
      path: '/enterprises',
      name: 'enterprises',
      component: () => import('./EnterpriseListPage.vue'),
      meta: { title: 'enterprise.menu' },
    },
    {
      path: '/enterprises/:uscc',
      name: 'enterprise',
      component: () => import('./EnterprisePage.vue'),
      meta: { title: 'enterprise.file' },
    },
  ],
  texts: { zh: enterpriseZh, en: enterpriseEn },
});
