import { defineModule } from '../../ui/define-module.ts';
import { policyEn } from './policy.en.ts';
import { policyZh } from './policy.zh.ts';

/** The table of grants: who may do what. */
export const policyModule = defineModule({
  id: 'policy',
  menu: { route: 'policy' },
  needs: 'policy.read',
  routes: [
    {
      path: '/policy',
      name: 'policy',
      component: () => import('./PolicyPage.vue'),
      meta: { title: 'policy.menu' },
    },
  ],
  texts: { zh: policyZh, en: policyEn },
});
